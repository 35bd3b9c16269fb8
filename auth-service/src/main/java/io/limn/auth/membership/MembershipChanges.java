package io.limn.auth.membership;

import io.limn.auth.audit.Audit;
import io.limn.auth.audit.AuditEntry;
import io.limn.common.api.ApiException;
import io.limn.common.api.Input;
import io.limn.common.api.conditional.Precondition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Changes and ends memberships for those who may. */
@ApplicationScoped
class MembershipChanges {
    static final Set<String> ROLES = Set.of("worker", "supervisor", "maintainer", "owner");

    private final Memberships memberships;
    private final MembershipAccess access;
    private final Audit audit;
    private final Precondition precondition;

    MembershipChanges(Memberships memberships, MembershipAccess access, Audit audit, Precondition precondition) {
        this.memberships = memberships;
        this.access = access;
        this.audit = audit;
        this.precondition = precondition;
    }

    /**
     * Changes the role of a member, or nothing when the body is empty.
     *
     * @param form what is answered of a membership
     * @throws ApiException 404, 403 or 400; 412 when the client knows another version
     */
    @Transactional
    Membership change(long id, Input body, Function<Membership, ?> form) {
        var membership = lock(id);
        requireKnown(body.names());
        access.require(membership, "view");
        if (!body.has("role")) {
            return membership;
        }
        access.require(membership, "change:role");
        var name = body.choice("role", ROLES).value();
        body.check();
        precondition.require(() -> form.apply(membership));
        var role = Membership.role(name);
        if (role != membership.role()) {
            access.requireGrant(membership.organization(), role);
            memberships.changeRole(id, role);
            audit.record(AuditEntry.of("membership.changed")
                    .user(membership.user())
                    .organization(membership.organization())
                    .with("from", membership.roleName())
                    .with("role", name));
        }
        return memberships.find(id).orElseThrow(() -> ApiException.notFound("Membership"));
    }

    private static void requireKnown(List<String> members) {
        if (!members.stream().allMatch("role"::equals)) {
            throw ApiException.unknownField();
        }
    }

    /**
     * Ends a membership: that of another, or one's own by leaving.
     *
     * @param form what is answered of a membership
     * @throws ApiException 404 or 403; 412 when the client knows another version
     */
    @Transactional
    void remove(long id, Function<Membership, ?> form) {
        var membership = lock(id);
        access.require(membership, "delete");
        precondition.require(() -> form.apply(membership));
        memberships.remove(membership);
        audit.record(AuditEntry.of("membership.ended")
                .user(membership.user())
                .organization(membership.organization())
                .with("role", membership.roleName()));
    }

    private Membership lock(long id) {
        return memberships.lock(id).orElseThrow(() -> ApiException.notFound("Membership"));
    }
}
