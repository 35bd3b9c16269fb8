package io.limn.common.api.conditional;

import io.limn.common.api.ApiException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a request demands of the object that it changes: with {@code If-Match} it changes only the version that the
 * client has seen. Checked in the transaction of the change, after the row of the object is locked: nobody can change
 * it between the check and the change.
 */
@ApplicationScoped
public class Precondition {
    private final CurrentVertxRequest requests;
    private final Representations representations;

    Precondition(CurrentVertxRequest requests, Representations representations) {
        this.requests = requests;
        this.representations = representations;
    }

    /**
     * Refuses to change another version than the one that the client has seen.
     *
     * @param current reads the object as it is answered to this client
     * @throws ApiException 412 with the object as it is now
     */
    public void require(Supplier<?> current) {
        demanded().ifPresent(tags -> {
            var rendered = representations.of(current.get());
            var tag = EntityTag.of(rendered.bytes());
            if (!EntityTag.matchesStrongly(tags, tag)) {
                throw ApiException.of(412, rendered).with(HttpHeaders.ETAG, tag);
            }
        });
    }

    /**
     * The same for what is no JSON.
     *
     * @param tag strong tag of the object as it is
     * @throws ApiException 412 with nothing but the tag
     */
    public void requireTag(String tag) {
        demanded().filter(tags -> !EntityTag.matchesStrongly(tags, tag)).ifPresent(tags -> {
            throw ApiException.of(412, null).with(HttpHeaders.ETAG, tag);
        });
    }

    /** Whether the request demands a version at all. */
    public boolean isDemanded() {
        return demanded().isPresent();
    }

    private Optional<String> demanded() {
        try {
            var context = requests.getCurrent();
            return context == null
                    ? Optional.empty()
                    : Optional.ofNullable(context.request().getHeader(HttpHeaders.IF_MATCH));
        } catch (ContextNotActiveException background) {
            return Optional.empty();
        }
    }
}
