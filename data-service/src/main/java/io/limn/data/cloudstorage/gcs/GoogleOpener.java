package io.limn.data.cloudstorage.gcs;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.apache.v5.Apache5HttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.storage.Storage;
import com.google.api.services.storage.StorageScopes;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.ServiceAccountCredentials;
import io.limn.data.cloudstorage.BucketClient;
import io.limn.data.cloudstorage.BucketOpener;
import io.limn.data.cloudstorage.BucketSettings;
import io.limn.data.cloudstorage.CloudStorageConfig;
import io.limn.data.cloudstorage.Credentials;
import io.limn.data.cloudstorage.CredentialsType;
import io.limn.data.cloudstorage.GuardedTransport;
import io.limn.data.cloudstorage.Provider;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Opens buckets of Google Cloud Storage. Keys of service accounts alone are taken: other kinds of key files may name
 * files and programs of the server.
 */
@ApplicationScoped
class GoogleOpener implements BucketOpener {
    private static final int RETRIES = 2;

    private final HttpTransport transport;
    private final CloudStorageConfig config;

    GoogleOpener(GuardedTransport transport, CloudStorageConfig config) {
        this.transport = new Apache5HttpTransport(transport.client());
        this.config = config;
    }

    @Override
    public Provider provider() {
        return Provider.GOOGLE_CLOUD_STORAGE;
    }

    @Override
    public BucketClient open(BucketSettings settings) {
        var initializer = initializer(settings.credentials());
        var builder = new Storage.Builder(transport, GsonFactory.getDefaultInstance(), request -> {
                    initializer.initialize(request);
                    request.setConnectTimeout((int) config.connect().toMillis());
                    request.setReadTimeout((int) config.silence().toMillis());
                    request.setFollowRedirects(false);
                    request.setNumberOfRetries(RETRIES);
                })
                .setApplicationName("Limn");
        config.googleEndpoint().ifPresent(endpoint -> builder.setRootUrl(endpoint + "/"));
        return new GoogleBucket(builder.build(), settings.name());
    }

    private HttpRequestInitializer initializer(Credentials credentials) {
        if (credentials.type() == CredentialsType.ANONYMOUS_ACCESS) {
            return request -> {};
        }
        if (credentials.type() != CredentialsType.KEY_FILE_PATH || !credentials.has("key_file")) {
            throw new IllegalArgumentException("Insufficient data for authentication");
        }
        var file = new ByteArrayInputStream(credentials.get("key_file").getBytes(StandardCharsets.UTF_8));
        try {
            return new HttpCredentialsAdapter(ServiceAccountCredentials.fromStream(file, () -> transport)
                    .createScoped(StorageScopes.DEVSTORAGE_READ_WRITE));
        } catch (IOException | RuntimeException malformed) {
            // What the library says of it may repeat it.
            throw new IllegalArgumentException("The key file is not that of a service account");
        }
    }
}
