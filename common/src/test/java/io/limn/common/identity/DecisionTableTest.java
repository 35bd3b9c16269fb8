package io.limn.common.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.limn.common.api.query.Sql;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DecisionTableTest {
    private static final DecisionTable TABLE = DecisionTable.load("permissions/example.csv");
    private static final Visibility LIST = new Visibility(
            TABLE,
            "view",
            "t.id",
            "t.organization_id",
            Map.of(
                    "owner", user -> Sql.of("SELECT id FROM task WHERE owner_id = ?", user),
                    "assignee", user -> Sql.of("SELECT id FROM task WHERE assignee_id = ?", user)));

    @Test
    void nothingIsAllowedWithoutARule() {
        assertThat(TABLE.allows("view", user("user"), null, Set.of())).isFalse();
        assertThat(TABLE.allows("burn", user("user"), null, Set.of("owner"))).isFalse();
        assertThat(TABLE.allows("burn", user("admin"), null, Set.of())).isTrue();
    }

    @Test
    void relationPrivilegeAndRoleCount() {
        assertThat(TABLE.allows("view", user(), null, Set.of("assignee"))).isTrue();
        assertThat(TABLE.allows("delete", user(), null, Set.of("owner"))).isFalse();
        assertThat(TABLE.allows("delete", user("worker"), null, Set.of("owner")))
                .isTrue();
        assertThat(TABLE.allows("view", member(Role.MAINTAINER), 7L, Set.of())).isTrue();
        assertThat(TABLE.allows("view", member(Role.SUPERVISOR), 7L, Set.of())).isFalse();
        assertThat(TABLE.allows("view", member(Role.MAINTAINER), 8L, Set.of("owner")))
                .isFalse();
    }

    @Test
    void theSameRulesLimitAList() {
        assertThat(LIST.condition(user("admin"), OrganizationContext.NOT_GIVEN)).isEqualTo(Sql.TRUE);
        assertThat(LIST.condition(user("user"), OrganizationContext.NOT_GIVEN).text())
                .contains("t.id IN (", " UNION ", "owner_id = ?", "assignee_id = ?");
        var maintainer = member(Role.MAINTAINER);
        assertThat(LIST.condition(maintainer, OrganizationContext.of(7, maintainer))
                        .text())
                .isEqualTo("t.organization_id = ?");
        assertThat(LIST.condition(user("user"), OrganizationContext.of(7, user("user")))
                        .text())
                .startsWith("(FALSE AND");
    }

    @Test
    void aRoleMayBeDemandedExactlyOrTogetherWithTheNameOfTheOwner() {
        assertThat(TABLE.allows("close", member(Role.MAINTAINER), 7L, Set.of())).isTrue();
        assertThat(TABLE.allows("close", member(Role.OWNER), 7L, Set.of())).isFalse();
        assertThat(TABLE.allows("close", owner(), 7L, Set.of())).isTrue();
        assertThat(TABLE.allows("close", owner(), 8L, Set.of())).isFalse();
    }

    @Test
    void whatIsTrueOfTheTargetCounts() {
        var worker = member(Role.WORKER);
        assertThat(TABLE.allows("reopen", worker, 7L, Set.of(), Set.of("closed")))
                .isTrue();
        assertThat(TABLE.allows("reopen", worker, 7L, Set.of(), Set.of("closed", "locked")))
                .isFalse();
        assertThat(TABLE.allows("reopen", worker, 7L, Set.of())).isFalse();
    }

    @Test
    void whatIsTrueOfTheTargetLimitsAList() {
        var list = new Visibility(
                TABLE, "browse", "t.id", "t.organization_id", Map.of(), Map.of("open", Sql.of("t.is_open")));
        var worker = member(Role.WORKER);
        var maintainer = member(Role.MAINTAINER);
        assertThat(list.condition(worker, OrganizationContext.of(7, worker)).text())
                .isEqualTo("((t.is_open) AND t.organization_id = ?)");
        assertThat(list.condition(maintainer, OrganizationContext.of(7, maintainer))
                        .text())
                .isEqualTo("t.organization_id = ?");
    }

    private static Principal owner() {
        return principal(Set.of(), List.of(new Principal.Membership(7, "seven", Role.OWNER, true)));
    }

    private static Principal user(String... groups) {
        return principal(Set.of(groups), List.of());
    }

    private static Principal member(Role role) {
        return principal(Set.of("user"), List.of(new Principal.Membership(7, "seven", role, false)));
    }

    private static Principal principal(Set<String> groups, List<Principal.Membership> memberships) {
        return new Principal(
                1, "ann", "", "", "", groups, false, false, Principal.SignIn.TOKEN, null, false, memberships, "");
    }
}
