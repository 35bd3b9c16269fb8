package io.limn.common.api;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Writes any value, a bare string included, as JSON of the vendor media type. */
@Provider
@Produces(ApiJson.MEDIA_TYPE)
public class VendorJsonWriter implements MessageBodyWriter<Object> {
    private final ObjectMapper mapper;

    VendorJsonWriter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return !StreamingOutput.class.isAssignableFrom(type) && type != byte[].class;
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        headers.putSingle("Content-Type", ApiJson.MEDIA_TYPE);
        if (value instanceof Rendered rendered) {
            out.write(rendered.bytes());
            return;
        }
        try (var json = mapper.createGenerator(out, JsonEncoding.UTF8)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            // What fits into one buffer goes out at once and with its length; a flush would begin a body in pieces.
            json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
            mapper.writeValue(json, value);
        }
    }
}
