package io.limn.common.identity;

import io.limn.common.api.ApiException;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The workspace that a request names by {@code org}, {@code org_id} or {@code X-Organization}: none at all (lists span
 * all workspaces), the personal one (an empty value), or an organization.
 *
 * @param kind         which of them
 * @param organization the organization's id, {@code null} for the others
 * @param slug         its short name, {@code null} for the others
 * @param role         the caller's role in it, {@code null} when he is no active member
 * @param owner        whether the organization names him as owner
 */
public record OrganizationContext(Kind kind, Long organization, String slug, Role role, boolean owner) {

    /** A request that names no workspace. */
    public static final OrganizationContext NOT_GIVEN =
            new OrganizationContext(Kind.NOT_GIVEN, null, null, null, false);

    private static final OrganizationContext PERSONAL = new OrganizationContext(Kind.PERSONAL, null, null, null, false);

    /** What a request names. */
    public enum Kind {
        NOT_GIVEN,
        PERSONAL,
        ORGANIZATION
    }

    /** Whether an organization is named. */
    public boolean isOrganization() {
        return kind == Kind.ORGANIZATION;
    }

    /** The context of an organization that a principal may be a member of. */
    public static OrganizationContext of(long organization, Principal principal) {
        return of(new OrganizationDirectory.Known(organization, null), principal);
    }

    private static OrganizationContext of(OrganizationDirectory.Known known, Principal principal) {
        var membership =
                principal == null ? null : principal.membership(known.id()).orElse(null);
        return membership == null
                ? new OrganizationContext(Kind.ORGANIZATION, known.id(), known.slug(), null, false)
                : new OrganizationContext(
                        Kind.ORGANIZATION, known.id(), membership.slug(), membership.role(), membership.owner());
    }

    /** The three sources as sent; {@code null} where absent. */
    record Parameters(String slug, String header, String id) {
        /** What can be a short name at all. */
        private static final Pattern SLUG = Pattern.compile("[-a-zA-Z0-9_]{1,16}");

        static final Parameters NONE = new Parameters(null, null, null);

        static Parameters of(HttpServerRequest request) {
            return new Parameters(
                    request.getParam("org"), request.getHeader("X-Organization"), request.getParam("org_id"));
        }

        /** The id of the organization when the caller's token states it, {@code null} otherwise. */
        Long stated(Principal principal) {
            return principal == null
                    ? null
                    : principal.memberships().stream()
                            .filter(membership -> names(membership.slug(), membership.id()))
                            .map(Principal.Membership::id)
                            .findFirst()
                            .orElse(null);
        }

        private boolean names(String knownSlug, long knownId) {
            return knownSlug.equals(slug != null ? slug : header)
                    || String.valueOf(knownId).equals(id);
        }

        /**
         * The workspace.
         *
         * @throws ApiException 400 or 404 when there is none
         */
        OrganizationContext resolve(Principal principal, OrganizationDirectory directory) {
            check();
            var value = slug != null ? slug : header != null ? header : id;
            if (value == null) {
                return NOT_GIVEN;
            }
            if (value.isEmpty()) {
                return PERSONAL;
            }
            var known = stated(principal);
            if (known != null) {
                return OrganizationContext.of(known, principal);
            }
            var found = id != null
                    ? directory.byId(Long.parseLong(id))
                    : Optional.of(value).filter(SLUG.asMatchPredicate()).flatMap(directory::bySlug);
            return OrganizationContext.of(
                    found.orElseThrow(() -> ApiException.detail(404, value + " organization does not exist.")),
                    principal);
        }

        private void check() {
            if (id != null && (slug != null || header != null)) {
                throw ApiException.rule("You cannot specify \"org_id\" query parameter with \"org\" query parameter"
                        + " or \"X-Organization\" HTTP header at the same time.");
            }
            if (slug != null && header != null && !slug.equals(header)) {
                throw ApiException.rule("You cannot specify \"org\" query parameter and \"X-Organization\" HTTP"
                        + " header with different values.");
            }
            if (id != null && !id.isEmpty() && !id.matches("\\d{1,18}")) {
                throw ApiException.field("org_id", "A valid integer is required.");
            }
        }
    }
}
