package io.limn.auth.holder;

import io.limn.common.api.ApiException;
import io.limn.common.identity.ServiceClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** The services whose objects name users and organizations of this one, and must let go of those that are deleted. */
@ApplicationScoped
public class Holders {
    private static final Logger LOG = Logger.getLogger(Holders.class);

    private final ServiceClient services;

    Holders(ServiceClient services) {
        this.services = services;
    }

    /**
     * Has services let go of something. All are asked first whether they are there, so that hardly ever some let go and
     * others do not; where it happens nevertheless, the whole may be repeated.
     *
     * @param holders short names of the services
     * @param path    path below {@code /internal} that answers GET while the service works, and DELETE when it let go
     * @throws ApiException 503 when one of them does not answer; nothing may be deleted here then
     */
    public void release(List<String> holders, String path) {
        holders.forEach(holder -> call(holder, "GET", path));
        holders.forEach(holder -> call(holder, "DELETE", path));
    }

    private void call(String holder, String method, String path) {
        int status = status(holder, method, path);
        // A release before this one may not know the question.
        boolean unknown = method.equals("GET") && (status == 404 || status == 405);
        if (status >= 300 && !unknown) {
            LOG.warnf("%s-service answered %s %s with %d; nothing is deleted", holder, method, path, status);
            throw ApiException.detail(
                    503,
                    "Nothing was deleted, because the part of the server that keeps " + kept(holder)
                            + " is not available. Please try again.");
        }
    }

    private int status(String holder, String method, String path) {
        try {
            return services.call(holder, method, path, null).status();
        } catch (ApiException away) {
            return away.status();
        }
    }

    private static String kept(String holder) {
        return switch (holder) {
            case "task" -> "projects and tasks";
            case "data" -> "media and cloud storages";
            default -> "model functions";
        };
    }
}
