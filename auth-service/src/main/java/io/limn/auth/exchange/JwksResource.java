package io.limn.auth.exchange;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The public keys with which services check tokens of users. */
@Path("/internal/jwks")
@Produces(MediaType.APPLICATION_JSON)
public class JwksResource {
    private final SigningKeys keys;

    JwksResource(SigningKeys keys) {
        this.keys = keys;
    }

    /** A JSON Web Key Set. */
    @GET
    public String keys() {
        return keys.published();
    }
}
