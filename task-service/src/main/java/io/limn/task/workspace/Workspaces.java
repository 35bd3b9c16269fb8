package io.limn.task.workspace;

import io.limn.common.api.ApiException;
import io.limn.common.api.Input;
import io.limn.common.identity.Caller;
import io.limn.common.identity.Principal;
import io.limn.common.identity.ServiceClient;
import io.limn.task.people.Ids;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds the workspaces to which requests transfer something. */
@ApplicationScoped
public class Workspaces {
    /** The member that asks for a transfer. */
    public static final String MEMBER = "organization_id";

    private final Caller caller;
    private final ServiceClient services;

    Workspaces(Caller caller, ServiceClient services) {
        this.caller = caller;
        this.services = services;
    }

    /**
     * The workspace that a body names.
     *
     * @throws ApiException 400 when there is no such organization
     */
    public Workspace read(Input body) {
        var organization = Ids.read(body, MEMBER);
        if (organization == null) {
            return Workspace.PERSONAL;
        }
        return caller.principal()
                .membership(organization)
                .map(Principal.Membership::slug)
                .map(slug -> new Workspace(organization, slug))
                .orElseGet(() -> ask(organization));
    }

    private Workspace ask(long organization) {
        var answer = services.call("auth", "GET", "/internal/organizations?id=" + organization, null);
        if (answer.status() == 404) {
            throw ApiException.rule("Invalid org id");
        }
        return new Workspace(organization, answer.orRelay().body().path("slug").asText(null));
    }
}
