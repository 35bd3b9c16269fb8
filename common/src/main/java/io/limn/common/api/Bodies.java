package io.limn.common.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads request bodies as the API takes them: JSON only, an empty body is an empty object. */
@RequestScoped
public class Bodies {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(100 << 20)
                        .maxNestingDepth(200)
                        .build());
        JSON.getFactory().disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION);
    }

    private final HttpServerRequest request;

    Bodies(HttpServerRequest request) {
        this.request = request;
    }

    /**
     * Reads the body as an object.
     *
     * @throws ApiException 415 for another content type, 400 for malformed JSON or another kind of value
     */
    public Input object(InputStream body) {
        return object(any(body));
    }

    /** The same for a value that was read before. */
    public static Input object(JsonNode value) {
        if (value.isNull()) {
            throw ApiException.body("No data provided");
        }
        if (!value.isObject()) {
            throw ApiException.body("Invalid data. Expected a dictionary, but got " + Python.type(value) + ".");
        }
        return new Input(value);
    }

    /**
     * Reads the body as any JSON value; an empty one is an empty object.
     *
     * @throws ApiException 415 for another content type, 400 for malformed JSON
     */
    public JsonNode any(InputStream body) {
        try {
            var bytes = body == null ? new byte[0] : body.readAllBytes();
            if (bytes.length == 0) {
                return JSON.createObjectNode();
            }
            requireJson();
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return JSON.readTree(new ByteArrayInputStream(bytes));
        } catch (JsonProcessingException malformed) {
            throw ApiException.detail(400, "JSON parse error - " + malformed.getOriginalMessage());
        } catch (CharacterCodingException malformed) {
            throw ApiException.detail(400, "JSON parse error - the body is not UTF-8");
        } catch (IOException broken) {
            throw ApiException.detail(400, "The body could not be read");
        }
    }

    /**
     * Refuses a body that is not declared as JSON.
     *
     * @throws ApiException 415
     */
    public void requireJson() {
        var type = request.getHeader("Content-Type");
        var name = type == null ? "" : type.split(";", 2)[0].strip();
        if (!name.equalsIgnoreCase("application/json")) {
            throw ApiException.unsupportedMediaType(type == null ? "" : type);
        }
    }
}
