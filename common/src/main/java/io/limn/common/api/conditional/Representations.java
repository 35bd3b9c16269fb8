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

    /** The tag of an object, for answers that show only a part of it. */
    public String tag(Object object) {
        return EntityTag.of(of(object).bytes());
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
