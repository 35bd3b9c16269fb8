package io.limn.gateway.route;

import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;

/** Headers that the parts of the server send to each other; none of them comes from a client or goes to one. */
final class OwnHeaders {
    private static final String PREFIX = "X-Limn-";

    private OwnHeaders() {}

    static void remove(MultiMap headers) {
        List<String> own = null;
        for (var header : headers) {
            if (header.getKey().regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
                own = own == null ? new ArrayList<>() : own;
                own.add(header.getKey());
            }
        }
        if (own != null) {
            own.forEach(headers::remove);
        }
    }
}
