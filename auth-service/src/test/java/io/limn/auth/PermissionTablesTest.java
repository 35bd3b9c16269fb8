package io.limn.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.limn.common.identity.Role;
import io.limn.common.testing.Asker;
import io.limn.common.testing.PermissionTables;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every row of this service's decision tables, and their agreement with the published ones. */
class PermissionTablesTest {
    @TestFactory
    Stream<DynamicTest> everyRowHolds() {
        return PermissionTables.rows("users", "organizations", "memberships", "invitations");
    }

    @TestFactory
    Stream<DynamicTest> usersAgreeWithThePublishedTable() {
        return PermissionTables.agreement("users");
    }

    /** What is published as the ownership of an organization is the role in it. */
    @TestFactory
    Stream<DynamicTest> organizationsAgreeWithThePublishedTable() {
        return PermissionTables.agreement(
                "organizations",
                asker -> "owner".equals(asker.relation()) || asker.role() == null
                        ? asker
                        : asker.holding(asker.role().name().toLowerCase(Locale.ROOT)),
                // Nobody is its owner by his role alone.
                (scope, asker) -> asker.role() == Role.OWNER && !"owner".equals(asker.relation()),
                (scope, asker) -> !asker.organization());
    }

    /** The published table demands no relation where it means that it is not about oneself; it does not know inactive ones. */
    @TestFactory
    Stream<DynamicTest> membershipsAgreeWithThePublishedTable() {
        return PermissionTables.agreement(
                "memberships",
                PermissionTablesTest::isUnnamedOwner,
                (scope, asker) -> !asker.facts().contains("active"),
                (scope, asker) -> Set.of("change:role", "delete").contains(scope)
                        && !"other".equals(asker.relation())
                        && !"self".equals(asker.relation()),
                (scope, asker) -> Set.of("change:role", "delete").contains(scope)
                        && "self".equals(asker.relation())
                        && asker.role() != null
                        && asker.role().atLeast(Role.MAINTAINER));
    }

    @TestFactory
    Stream<DynamicTest> invitationsAgreeWithThePublishedTable() {
        return PermissionTables.agreement("invitations", PermissionTablesTest::isUnnamedOwner);
    }

    /** An owner is one only when the organization names him as such. */
    private static boolean isUnnamedOwner(String scope, Asker asker) {
        return asker.role() == Role.OWNER && !asker.named();
    }

    /** Declining was forgotten when the tables were published; new memberships are granted by the rules of a changed role. */
    @Test
    void nothingIsForgottenOrInvented() {
        assertThat(PermissionTables.onlyIn("users", true)).isEmpty();
        assertThat(PermissionTables.onlyIn("users", false)).isEmpty();
        assertThat(PermissionTables.onlyIn("memberships", true)).isEmpty();
        assertThat(PermissionTables.onlyIn("memberships", false)).isSubsetOf("grant", "other");
        assertThat(PermissionTables.onlyIn("invitations", true)).isEmpty();
        assertThat(PermissionTables.onlyIn("invitations", false)).isSubsetOf("decline");
    }
}
