package io.limn.data.cloudstorage.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.limn.common.testing.S3Server;
import io.limn.data.cloudstorage.BucketClient;
import io.limn.data.cloudstorage.BucketContract;
import io.limn.data.cloudstorage.CredentialsType;
import io.limn.data.cloudstorage.Provider;
import io.limn.data.cloudstorage.S3Objects;
import io.limn.data.cloudstorage.TestSettings;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class S3BucketTest extends BucketContract {
    @Inject
    S3Opener opener;

    private BucketClient open(String name) {
        return opener.open(TestSettings.of(
                Provider.AWS_S3_BUCKET,
                name,
                CredentialsType.KEY_SECRET_KEY_PAIR,
                Map.of("key", S3Server.KEY, "secret_key", S3Server.KEY),
                S3Objects.shared().attributes("")));
    }

    @Override
    protected BucketClient bucket() {
        return open(S3Server.BUCKET);
    }

    @Override
    protected BucketClient missing() {
        return open("none");
    }

    @Test
    void policiesAreToldAsReadingAndWriting() {
        assertThat(
                        S3Policy.actions(
                                "{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": [\"s3:GetObject\", \"s3:ListBucket\"]}]}"))
                .containsExactly("read");
        assertThat(S3Policy.actions("{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"s3:*\"}}"))
                .containsExactlyInAnyOrder("read", "write");
    }
}
