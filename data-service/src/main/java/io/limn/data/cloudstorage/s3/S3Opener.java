package io.limn.data.cloudstorage.s3;

import io.limn.data.cloudstorage.BucketClient;
import io.limn.data.cloudstorage.BucketOpener;
import io.limn.data.cloudstorage.BucketSettings;
import io.limn.data.cloudstorage.Credentials;
import io.limn.data.cloudstorage.CredentialsType;
import io.limn.data.cloudstorage.GuardedTransport;
import io.limn.data.cloudstorage.Provider;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Opens buckets of Amazon S3 and of servers that speak its API. */
@ApplicationScoped
class S3Opener implements BucketOpener {
    private static final String USUAL_REGION = "us-east-1";

    private final GuardedTransport transport;
    private final Duration patience = Duration.ofMinutes(2);

    S3Opener(GuardedTransport transport) {
        this.transport = transport;
    }

    @Override
    public Provider provider() {
        return Provider.AWS_S3_BUCKET;
    }

    @Override
    public BucketClient open(BucketSettings settings) {
        var endpoint = settings.attributes().endpoint();
        var region = settings.attributes().region();
        var builder = S3Client.builder()
                .httpClient(new S3Transport(transport.client()))
                .region(Region.of(region.orElse(USUAL_REGION)))
                .credentialsProvider(credentials(settings.credentials()))
                // What the machine is set up for is not the users'.
                .defaultsMode(software.amazon.awssdk.awscore.defaultsmode.DefaultsMode.LEGACY)
                .forcePathStyle(endpoint.isPresent())
                .crossRegionAccessEnabled(endpoint.isEmpty() && region.isEmpty())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(override -> override.apiCallAttemptTimeout(patience));
        endpoint.ifPresent(builder::endpointOverride);
        return new S3Bucket(builder.build(), settings.name());
    }

    private static AwsCredentialsProvider credentials(Credentials credentials) {
        if (credentials.type() == CredentialsType.ANONYMOUS_ACCESS) {
            return AnonymousCredentialsProvider.create();
        }
        if (!credentials.has("key") || !credentials.has("secret_key")) {
            throw new IllegalArgumentException("Insufficient data for authentication");
        }
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(credentials.get("key"), credentials.get("secret_key")));
    }
}
