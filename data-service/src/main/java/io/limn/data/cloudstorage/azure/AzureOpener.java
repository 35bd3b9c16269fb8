package io.limn.data.cloudstorage.azure;

import com.azure.storage.blob.BlobContainerClientBuilder;
import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;
import io.limn.data.cloudstorage.BucketClient;
import io.limn.data.cloudstorage.BucketOpener;
import io.limn.data.cloudstorage.BucketSettings;
import io.limn.data.cloudstorage.Credentials;
import io.limn.data.cloudstorage.GuardedTransport;
import io.limn.data.cloudstorage.Provider;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Opens containers of Azure Blob Storage. */
@ApplicationScoped
class AzureOpener implements BucketOpener {
    private static final int TRIES = 3;

    private final GuardedTransport transport;

    AzureOpener(GuardedTransport transport) {
        this.transport = transport;
    }

    @Override
    public Provider provider() {
        return Provider.AZURE_CONTAINER;
    }

    @Override
    public BucketClient open(BucketSettings settings) {
        var builder = new BlobContainerClientBuilder()
                .httpClient(new AzureTransport(transport.client()))
                .containerName(settings.name())
                .retryOptions(new RequestRetryOptions(
                        RetryPolicyType.EXPONENTIAL,
                        TRIES,
                        (Duration) null,
                        Duration.ofMillis(200),
                        Duration.ofSeconds(1),
                        null));
        enter(builder, settings.credentials());
        return new AzureContainer(builder.buildClient());
    }

    private static void enter(BlobContainerClientBuilder builder, Credentials credentials) {
        switch (credentials.type()) {
            case CONNECTION_STRING -> connect(builder, credentials.get("connection_string"));
            case ACCOUNT_NAME_TOKEN_PAIR -> {
                builder.endpoint(endpoint(credentials));
                builder.sasToken(required(credentials, "session_token"));
            }
            case ANONYMOUS_ACCESS -> builder.endpoint(endpoint(credentials)).setAnonymousAccess();
            case KEY_SECRET_KEY_PAIR, KEY_FILE_PATH ->
                throw new IllegalArgumentException("Insufficient data for authentication");
        }
    }

    /** What the library says of a malformed string may repeat it. */
    private static void connect(BlobContainerClientBuilder builder, String connection) {
        try {
            builder.connectionString(connection);
        } catch (RuntimeException malformed) {
            throw new IllegalArgumentException("The connection string cannot be read");
        }
    }

    private static String endpoint(Credentials credentials) {
        var account = required(credentials, "account_name");
        if (!account.matches("[a-z0-9]{3,24}")) {
            throw new IllegalArgumentException("The account name is none");
        }
        return "https://" + account + ".blob.core.windows.net";
    }

    private static String required(Credentials credentials, String member) {
        if (!credentials.has(member)) {
            throw new IllegalArgumentException("Insufficient data for authentication");
        }
        return credentials.get(member);
    }
}
