package io.limn.task.issue;

import io.limn.common.api.ApiException;
import io.limn.common.api.query.Visible;
import io.limn.common.identity.Caller;
import io.limn.common.identity.DecisionTable;
import io.limn.common.identity.Privilege;
import io.limn.common.identity.Visibility;
import io.limn.task.access.Contexts;
import io.limn.task.access.TaskAccess;

/** What the lists of issues and of comments have in common. */
final class Talk {
    private Talk() {}

    /**
     * The condition that limits a list to what the caller may see.
     *
     * @param ofJob whether the list is that of one job: people from outside who are assigned to one work in it without
     *     being members of its organization
     * @throws ApiException 403 when he is no member of the organization that he names
     */
    static Visible visible(Caller caller, DecisionTable table, Visibility visibility, boolean ofJob) {
        boolean guest = ofJob
                && caller.principal().privilege() == Privilege.WORKER
                && !caller.organization().isOrganization();
        var seen = guest ? visibility.waysEverywhere(caller.principal()) : Contexts.ways(caller, table, visibility);
        return seen.and(TaskAccess.LIVE_JOB);
    }
}
