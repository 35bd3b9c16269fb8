package io.limn.data.cloudstorage;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Kinds of cloud storages, by their names in the API. */
public enum Provider {
    AWS_S3_BUCKET("[^a-z0-9.-]"),
    AZURE_CONTAINER("[^a-z0-9-]"),
    GOOGLE_CLOUD_STORAGE("[^a-z0-9_.-]");

    static final Set<String> NAMES = Arrays.stream(values()).map(Enum::name).collect(Collectors.toSet());

    private final Pattern forbidden;

    Provider(String forbidden) {
        this.forbidden = Pattern.compile(forbidden);
    }

    /** The characters of a bucket's name that this provider does not allow, each once; empty when all is well. */
    String forbiddenIn(String resource) {
        return forbidden
                .matcher(resource)
                .results()
                .map(match -> match.group())
                .distinct()
                .collect(Collectors.joining());
    }
}
