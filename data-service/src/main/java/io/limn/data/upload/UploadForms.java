package io.limn.data.upload;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.common.api.ApiException;
import io.limn.common.api.Bodies;
import io.limn.common.api.form.MultipartBody;
import io.limn.common.blob.BlobStore;
import io.limn.data.blob.BlobIntents;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Receives bodies of uploads: JSON as it is, forms while they arrive, their files cut into parts. */
@ApplicationScoped
public class UploadForms {
    private static final int MOST_TEXT = 100 << 20;

    private final BlobStore store;
    private final BlobIntents intents;
    private final Bodies bodies;

    UploadForms(BlobStore store, BlobIntents intents, Bodies bodies) {
        this.store = store;
        this.intents = intents;
        this.bodies = bodies;
    }

    /**
     * Receives a body.
     *
     * @param collection whose files it brings
     * @param files      begin of the names of fields whose files are taken; others are passed over
     * @throws ApiException 400 for a malformed body, 415 for another type
     */
    UploadForm receive(String collection, String files, InputStream body, String contentType) {
        if (!MultipartBody.isMultipart(contentType)) {
            JsonNode json = bodies.any(body);
            return new UploadForm(json, List.of(), null);
        }
        var folder = Uploads.folder(collection) + UUID.randomUUID() + "/";
        try (var receiver = new Receiver(folder, files)) {
            MultipartBody.read(body, contentType, receiver);
            return new UploadForm(receiver.fields.toJson(), receiver.files, folder);
        } catch (IOException broken) {
            throw ApiException.detail(400, "The body could not be read");
        }
    }

    /** Lets go of the files of a form that is refused. */
    void discard(UploadForm form) {
        if (!form.files().isEmpty()) {
            intents.discard(form.folder());
        }
    }

    private final class Receiver implements MultipartBody.Reader, AutoCloseable {
        private final FormFields fields = new FormFields();
        private final List<ReceivedFile> files = new ArrayList<>();
        private final PartCutter cutter;
        private final String folder;
        private final String taken;
        private long textLeft = MOST_TEXT;

        Receiver(String folder, String taken) {
            this.folder = folder;
            this.cutter = new PartCutter(store, folder);
            this.taken = taken;
        }

        @Override
        public void field(String name, InputStream value) throws IOException {
            var bytes = value.readNBytes((int) textLeft + 1);
            textLeft -= bytes.length;
            if (textLeft < 0) {
                throw ApiException.detail(400, "The fields of the form are larger than " + MOST_TEXT + " bytes");
            }
            fields.add(name, new String(bytes, StandardCharsets.UTF_8));
        }

        @Override
        public void file(String field, String sent, String type, InputStream bytes) throws IOException {
            var name = FileNames.ofForm(sent);
            if (name.isEmpty() || !field.startsWith(taken)) {
                return;
            }
            if (files.isEmpty()) {
                intents.open(folder);
            }
            files.add(new ReceivedFile(field, name.get(), cutter.cut(bytes)));
        }

        @Override
        public void close() throws IOException {
            cutter.close();
        }
    }
}
