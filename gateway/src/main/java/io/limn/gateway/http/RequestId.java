package io.limn.gateway.http;

import java.util.UUID;
import java.util.regex.Pattern;

/** The id under which a request is found in the logs of all services. */
public final class RequestId {
    /** Name of the header that carries it. */
    public static final String HEADER = "X-Request-Id";

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private RequestId() {}

    /** The id that came with a request when it is a UUID, else a new one. */
    public static String of(String incoming) {
        return incoming != null && UUID_FORM.matcher(incoming).matches()
                ? incoming
                : UUID.randomUUID().toString();
    }
}
