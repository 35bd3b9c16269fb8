package io.limn.common.blob;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where this service keeps its bytes. */
@ConfigMapping(prefix = "limn.blob")
public interface BlobConfig {
    /** The kind of store. */
    @WithDefault("folder")
    Kind kind();

    /** The folder of the kind {@code folder}; all replicas must see the same one. */
    Optional<Path> folder();

    /** The bucket of the kind {@code s3}. */
    S3 s3();

    /** Kinds of stores. */
    enum Kind {
        FOLDER,
        S3
    }

    /** A bucket of Amazon S3 or of a server that speaks its API. */
    interface S3 {
        /** Address of the server; without one it is Amazon's of the region. */
        Optional<URI> endpoint();

        /** Region that requests are signed for. */
        @WithDefault("us-east-1")
        String region();

        /** The bucket; it must exist. */
        Optional<String> bucket();

        /** Prefix of all keys, for a bucket that is shared with others. */
        Optional<String> prefix();

        /** Access key; without one the credentials of the environment are taken (profile, web identity, instance role). */
        Optional<String> accessKey();

        /** Secret of the access key. */
        Optional<String> secretKey();

        /** Whether the bucket is part of the path rather than of the host name. */
        @WithDefault("true")
        boolean pathStyle();
    }
}
