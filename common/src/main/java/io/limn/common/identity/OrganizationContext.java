package io.limn.common.identity;

import io.limn.common.api.ApiException;
import io.vertx.core.http.HttpServerRequest;

/**
 * The workspace that a request names by {@code org}, {@code org_id} or {@code X-Organization}: none at all (lists span
 * all workspaces), the personal one (an empty value), or an organization. A wrong one is an error only for those who
 * ask for it.
 *
 * @param kind         which of them
 * @param organization the organization's id, {@code null} for the others
 * @param slug         its short name, {@code null} for the others
 * @param role         the caller's role in it, {@code null} when he is no active member
 * @param owner        whether the organization names him as owner
 * @param fault        why the request names none, {@code null} when all is well
 */
public record OrganizationContext(
        Kind kind, Long organization, String slug, Role role, boolean owner, ApiException fault) {

    /** A request that names no workspace. */
    public static final OrganizationContext NOT_GIVEN =
            new OrganizationContext(Kind.NOT_GIVEN, null, null, null, false, null);

    private static final OrganizationContext PERSONAL =
            new OrganizationContext(Kind.PERSONAL, null, null, null, false, null);

    /** What a request names. */
    public enum Kind {
        NOT_GIVEN,
        PERSONAL,
        ORGANIZATION
    }

    /** This context, or its fault. */
    OrganizationContext orThrow() {
        if (fault != null) {
            throw fault;
        }
        return this;
    }

    /** Whether an organization is named. */
    public boolean isOrganization() {
        return kind == Kind.ORGANIZATION;
    }

    /** The context of an organization that a principal may be a member of. */
    public static OrganizationContext of(long organization, Principal principal) {
        var membership =
                principal == null ? null : principal.membership(organization).orElse(null);
        return membership == null
                ? new OrganizationContext(Kind.ORGANIZATION, organization, null, null, false, null)
                : new OrganizationContext(
                        Kind.ORGANIZATION,
                        organization,
                        membership.slug(),
                        membership.role(),
                        membership.owner(),
                        null);
    }

    private static OrganizationContext fault(ApiException fault) {
        return new OrganizationContext(Kind.NOT_GIVEN, null, null, null, false, fault);
    }

    /** The three sources as sent; {@code null} where absent. */
    record Parameters(String slug, String header, String id) {
        static Parameters of(HttpServerRequest request) {
            return new Parameters(
                    request.getParam("org"), request.getHeader("X-Organization"), request.getParam("org_id"));
        }

        OrganizationContext resolve(Principal principal) {
            if (id != null && (slug != null || header != null)) {
                return fault(
                        ApiException.rule("You cannot specify \"org_id\" query parameter with \"org\" query parameter"
                                + " or \"X-Organization\" HTTP header at the same time."));
            }
            if (slug != null && header != null && !slug.equals(header)) {
                return fault(ApiException.rule("You cannot specify \"org\" query parameter and \"X-Organization\" HTTP"
                        + " header with different values."));
            }
            var name = slug != null ? slug : header;
            if (name == null && id == null) {
                return NOT_GIVEN;
            }
            var value = name != null ? name : id;
            if (value.isEmpty()) {
                return PERSONAL;
            }
            if (id != null && !id.matches("\\d{1,18}")) {
                return fault(ApiException.field("org_id", "A valid integer is required."));
            }
            if (principal != null) {
                for (var membership : principal.memberships()) {
                    if (membership.slug().equals(name)
                            || String.valueOf(membership.id()).equals(id)) {
                        return OrganizationContext.of(membership.id(), principal);
                    }
                }
            }
            return fault(ApiException.detail(404, value + " organization does not exist."));
        }
    }
}
