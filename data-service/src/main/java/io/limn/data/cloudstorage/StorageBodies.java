package io.limn.data.cloudstorage;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limn.common.api.ApiException;
import io.limn.common.api.Bodies;
import io.limn.common.api.Input;
import io.limn.common.api.form.MultipartBody;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads bodies about cloud storages: JSON, or forms with {@code manifests[0]} and a file of a key. */
@ApplicationScoped
class StorageBodies {
    private static final int MOST = 1 << 20;
    private static final Pattern MANIFEST = Pattern.compile("manifests\\[(\\d{1,6})]");

    private final Bodies bodies;

    StorageBodies(Bodies bodies) {
        this.bodies = bodies;
    }

    /**
     * Reads a body.
     *
     * @throws ApiException 400 when it is malformed, 415 for another type
     */
    Input read(InputStream body, String contentType) {
        if (!MultipartBody.isMultipart(contentType)) {
            return bodies.object(body);
        }
        var form = new Form();
        try {
            MultipartBody.read(body, contentType, form);
        } catch (IOException broken) {
            throw ApiException.detail(400, "The body could not be read");
        }
        return Bodies.object(form.json());
    }

    private static final class Form implements MultipartBody.Reader {
        private final ObjectNode object = JsonNodeFactory.instance.objectNode();
        private final TreeMap<Integer, String> manifests = new TreeMap<>();
        private int left = MOST;

        @Override
        public void field(String name, InputStream value) throws IOException {
            var text = text(value);
            var manifest = MANIFEST.matcher(name);
            if (manifest.matches()) {
                manifests.put(Integer.valueOf(manifest.group(1)), text);
            } else if (name.equals("manifests")) {
                manifests.put(manifests.isEmpty() ? 0 : manifests.lastKey() + 1, text);
            } else {
                object.put(name, text);
            }
        }

        @Override
        public void file(String field, String name, String type, InputStream bytes) throws IOException {
            if (field.equals("key_file")) {
                object.put(field, text(bytes));
            }
        }

        private String text(InputStream bytes) throws IOException {
            var read = bytes.readNBytes(left + 1);
            left -= read.length;
            if (left < 0) {
                throw ApiException.detail(400, "The form is larger than " + MOST + " bytes");
            }
            return new String(read, StandardCharsets.UTF_8);
        }

        ObjectNode json() {
            if (!manifests.isEmpty()) {
                var list = object.putArray("manifests");
                manifests.values().forEach(list::add);
            }
            return object;
        }
    }
}
