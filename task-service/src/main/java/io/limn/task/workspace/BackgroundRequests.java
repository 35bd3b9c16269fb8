package io.limn.task.workspace;

import io.limn.common.api.ApiException;
import io.limn.common.identity.ServiceClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import org.jboss.logging.Logger;

/** The background requests about projects and tasks, of which data-service keeps the registry. */
@ApplicationScoped
public class BackgroundRequests {
    private static final Logger LOG = Logger.getLogger(BackgroundRequests.class);
    private static final String PATH = "/internal/requests/about/";

    private final ServiceClient services;

    BackgroundRequests(ServiceClient services) {
        this.services = services;
    }

    /**
     * Makes sure that none is under way.
     *
     * @param kind {@code projects} or {@code tasks}
     * @throws ApiException 400 when one is
     */
    public void requireNone(String kind, long id) {
        var queues = services.call("data", "GET", PATH + kind + "/" + id, null)
                .orRelay()
                .body()
                .path("queues");
        if (!queues.isEmpty()) {
            throw ApiException.rule("Background processes are still running in the '"
                    + queues.get(0).asText() + "' queue");
        }
    }

    /**
     * Shows those that have ended in another workspace, after the transfer has been committed. When data-service is
     * away, the event of the transfer does it later.
     */
    public void transferred(String kind, long id, Workspace destination) {
        var body = new HashMap<String, Object>();
        body.put("organization_id", destination.organizationId());
        body.put("organization_slug", destination.slug());
        try {
            services.call("data", "PUT", PATH + kind + "/" + id, body).orRelay();
        } catch (ApiException away) {
            LOG.infof("Requests of %s/%d are transferred later: %s", kind, id, away.getMessage());
        }
    }
}
