package io.limn.common.api.conditional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.common.api.Rendered;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes objects as they are answered. */
@ApplicationScoped
public class Representations {
    private final ObjectMapper mapper;

    Representations(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The bytes of an object. */
    public Rendered of(Object object) {
        if (object instanceof Rendered rendered) {
            return rendered;
        }
        try {
            return new Rendered(mapper.writeValueAsBytes(object));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An answer could not be written", impossible);
        }
    }
}
