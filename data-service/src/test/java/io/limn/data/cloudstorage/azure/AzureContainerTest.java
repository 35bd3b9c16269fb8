package io.limn.data.cloudstorage.azure;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.storage.blob.BlobContainerClientBuilder;
import io.limn.data.cloudstorage.BucketClient;
import io.limn.data.cloudstorage.BucketContract;
import io.limn.data.cloudstorage.BucketFault;
import io.limn.data.cloudstorage.CredentialsType;
import io.limn.data.cloudstorage.GuardedTransport;
import io.limn.data.cloudstorage.Provider;
import io.limn.data.cloudstorage.TestSettings;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AzureContainerTest extends BucketContract {
    private static final String NAME = "pictures";

    @Inject
    AzureOpener opener;

    @Inject
    GuardedTransport transport;

    private Azurite server;

    @BeforeEach
    void makeContainer() {
        server = Azurite.shared().orElse(null);
        Assumptions.assumeTrue(server != null, "Azurite is not to be had here");
        new BlobContainerClientBuilder()
                .httpClient(new AzureTransport(transport.client()))
                .connectionString(server.connectionString())
                .containerName(NAME)
                .buildClient()
                .createIfNotExists();
    }

    private BucketClient open(String name, String connection) {
        return opener.open(TestSettings.of(
                Provider.AZURE_CONTAINER,
                name,
                CredentialsType.CONNECTION_STRING,
                Map.of("connection_string", connection),
                ""));
    }

    @Override
    protected BucketClient bucket() {
        return open(NAME, server.connectionString());
    }

    @Override
    protected BucketClient missing() {
        return open("none", server.connectionString());
    }

    @Test
    void aWrongKeyIsRefused() {
        var wrong = open(NAME, server.connectionString().replace("AccountKey=AAAA", "AccountKey=BAAA"));
        assertThatThrownBy(wrong::check)
                .isInstanceOfSatisfying(
                        BucketFault.class, fault -> org.assertj.core.api.Assertions.assertThat(fault.reason())
                                .isEqualTo(BucketFault.Reason.FORBIDDEN));
    }

    @Test
    void messagesDoNotRepeatCredentials() {
        assertThatThrownBy(() -> open(NAME, "AccountKey=hidden;nonsense"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hidden");
        var inside = open(NAME, server.connectionString().replace("127.0.0.1", "127.0.0.2"));
        assertThatThrownBy(inside::check).isInstanceOf(IOException.class).isNotInstanceOf(BucketFault.class);
    }
}
