package io.limn.data.upload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one refusal that the API words as a JSON text of the type plain text. */
public class ForbiddenNameMapper {
    private final ObjectMapper mapper;

    ForbiddenNameMapper(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @ServerExceptionMapper
    Response refused(ForbiddenNameException refusal) throws JsonProcessingException {
        return Response.status(400)
                .type(MediaType.TEXT_PLAIN)
                .entity(mapper.writeValueAsString(refusal.getMessage()))
                .build();
    }
}
