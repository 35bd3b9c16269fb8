package io.limn.common.identity;

import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;

/** The public keys of user tokens where the service signs these itself, so that it need not ask for them over HTTP. */
public interface UserKeySource {
    /** The key of an id; empty when no such key is published. Must not block: it is asked on the event loop. */
    Optional<JsonWebKey> key(String id);
}
