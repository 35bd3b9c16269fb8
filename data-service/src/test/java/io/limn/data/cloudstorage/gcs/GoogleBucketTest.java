package io.limn.data.cloudstorage.gcs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.data.cloudstorage.BucketClient;
import io.limn.data.cloudstorage.BucketContract;
import io.limn.data.cloudstorage.BucketFault;
import io.limn.data.cloudstorage.CloudStorageConfig;
import io.limn.data.cloudstorage.CredentialsType;
import io.limn.data.cloudstorage.GuardedTransport;
import io.limn.data.cloudstorage.Provider;
import io.limn.data.cloudstorage.TestSettings;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against a small server of the tests that speaks the JSON API. */
@QuarkusTest
class GoogleBucketTest extends BucketContract {
    private static GoogleServer server;
    private static String keyFile;

    @Inject
    GuardedTransport transport;

    @BeforeAll
    static void serve() throws IOException, GeneralSecurityException {
        server = new GoogleServer();
        keyFile = keyFile(server.address() + "/token");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String keyFile(String tokens) throws IOException, GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var key = Base64.getMimeEncoder()
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        return new ObjectMapper()
                .writeValueAsString(Map.of(
                        "type", "service_account",
                        "project_id", "limn",
                        "private_key_id", "one",
                        "private_key", "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n",
                        "client_email", "limn@example.org",
                        "client_id", "1",
                        "token_uri", tokens));
    }

    private record TestConfig(URI address) implements CloudStorageConfig {
        @Override
        public Duration connect() {
            return Duration.ofSeconds(3);
        }

        @Override
        public Duration silence() {
            return Duration.ofSeconds(30);
        }

        @Override
        public int connections() {
            return 8;
        }

        @Override
        public Optional<URI> googleEndpoint() {
            return Optional.of(address);
        }
    }

    private BucketClient open(String name, CredentialsType type, Map<String, String> secrets) {
        return new GoogleOpener(transport, new TestConfig(server.address()))
                .open(TestSettings.of(Provider.GOOGLE_CLOUD_STORAGE, name, type, secrets, ""));
    }

    @Override
    protected BucketClient bucket() {
        return open(GoogleServer.BUCKET, CredentialsType.KEY_FILE_PATH, Map.of("key_file", keyFile));
    }

    @Override
    protected BucketClient missing() {
        return open("none", CredentialsType.KEY_FILE_PATH, Map.of("key_file", keyFile));
    }

    @Test
    void withoutAKeyAClosedBucketIsForbidden() {
        var stranger = open(GoogleServer.BUCKET, CredentialsType.ANONYMOUS_ACCESS, Map.of());
        assertThatThrownBy(stranger::check)
                .isInstanceOfSatisfying(
                        BucketFault.class, fault -> org.assertj.core.api.Assertions.assertThat(fault.reason())
                                .isEqualTo(BucketFault.Reason.FORBIDDEN));
    }

    @Test
    void keysOfOtherKindsAreNotTaken() {
        var other = Map.of("key_file", "{\"type\": \"external_account\", \"credential_source\": {\"file\": \"/etc\"}}");
        assertThatThrownBy(() -> open(GoogleServer.BUCKET, CredentialsType.KEY_FILE_PATH, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The key file is not that of a service account");
    }

    @Test
    void aTokenIsNotFetchedFromAnInternalHost() throws IOException, GeneralSecurityException {
        var inside = Map.of("key_file", keyFile("http://127.0.0.2:9/token"));
        assertThatThrownBy(() -> open(GoogleServer.BUCKET, CredentialsType.KEY_FILE_PATH, inside)
                        .check())
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining("PRIVATE");
    }
}
