package io.limn.common.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;

/**
 * Keys for the application under test, so that it believes the tokens of {@link Jwts}. The argument {@code service} is
 * the application's name; by default that of its module's folder.
 */
public class KeysResource implements QuarkusTestResourceLifecycleManager {
    private String service = Path.of("").toAbsolutePath().getFileName().toString();

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.getOrDefault("service", service);
    }

    @Override
    public Map<String, String> start() {
        var keys = TestKeys.shared();
        return Map.of(
                "limn.identity.service-key", keys.key(service).toString(),
                "limn.identity.service-jwks", keys.serviceKeys().toString(),
                "limn.identity.jwks-url", keys.userKeys().toUri().toString());
    }

    @Override
    public void stop() {}
}
