package io.limn.common.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.limn.common.identity.DecisionTable;
import io.limn.common.identity.Privilege;
import io.limn.common.identity.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/** Tests of decision tables, made from their rows, and their comparison with the published ones of the CVAT API. */
public final class PermissionTables {
    private PermissionTables() {}

    /** One test per row of a table: it allows what it says, and whoever lacks a part of it needs another row. */
    public static Stream<DynamicTest> rows(String... names) {
        return Arrays.stream(names).flatMap(name -> {
            var table = DecisionTable.load("permissions/" + name + ".csv");
            return table.rules().stream()
                    .map(rule -> DynamicTest.dynamicTest(name + " " + rule, () -> check(table, rule)));
        });
    }

    private static void check(DecisionTable table, DecisionTable.Rule rule) {
        var relations = new ArrayList<>(rule.ownership());
        relations.replaceAll(relation -> relation.equals("any") ? null : relation);
        for (var relation : relations) {
            var weakest = new Asker(rule.privilege(), rule.organization(), rule.role(), relation);
            assertThat(allows(table, rule.scope(), weakest)).as("%s", weakest).isTrue();
        }
        var known = new LinkedHashSet<String>();
        table.rules().forEach(other -> known.addAll(other.ownership()));
        known.remove("any");
        for (var asker : Asker.everyone(known)) {
            boolean expected = asker.privilege() == Privilege.ADMIN
                    || table.rules().stream()
                            .anyMatch(other -> other.scope().equals(rule.scope()) && covers(other, asker));
            assertThat(allows(table, rule.scope(), asker))
                    .as("%s %s", rule.scope(), asker)
                    .isEqualTo(expected);
        }
    }

    /** What a row means, told a second time and as plainly as can be. */
    private static boolean covers(DecisionTable.Rule rule, Asker asker) {
        boolean privileged = rule.exactly()
                ? asker.privilege() == rule.privilege()
                : asker.privilege().ordinal() <= rule.privilege().ordinal();
        boolean member = rule.role() == null
                || asker.role() != null && asker.role().ordinal() <= rule.role().ordinal();
        boolean related = rule.ownership().contains("any")
                || asker.relation() != null && rule.ownership().contains(asker.relation());
        return rule.organization() == asker.organization() && privileged && member && related;
    }

    private static boolean allows(DecisionTable table, String scope, Asker asker) {
        return table.allows(scope, asker.principal(), asker.workspace(), asker.held());
    }

    /**
     * One test per scope of a published table, over every privilege, role, context and single relation; skipped where
     * the published tables do not lie beside the checkout.
     *
     * @param name       the table
     * @param exceptions named differences: for each, a scope and an asker of whom it speaks
     */
    @SafeVarargs
    public static Stream<DynamicTest> agreement(String name, BiPredicate<String, Asker>... exceptions) {
        var file = Checkout.shared("spec/permissions/" + name + ".csv");
        if (file.isEmpty()) {
            return Stream.of(DynamicTest.dynamicTest(
                    name + " has nothing to be compared with", () -> Assumptions.abort("no published tables")));
        }
        var ours = DecisionTable.load("permissions/" + name + ".csv");
        var published = ReferenceTable.read(file.get());
        return published.scopes().stream()
                .map(scope -> DynamicTest.dynamicTest(
                        name + " " + scope, () -> compare(ours, published, scope, List.of(exceptions))));
    }

    private static void compare(
            DecisionTable ours, ReferenceTable published, String scope, List<BiPredicate<String, Asker>> exceptions) {
        var relations = new LinkedHashSet<>(published.relations());
        ours.rules().forEach(rule -> relations.addAll(rule.ownership()));
        relations.remove("any");
        var different = new ArrayList<String>();
        for (var asker : Asker.everyone(relations)) {
            boolean expected = published.allows(scope, asker);
            boolean excepted = exceptions.stream().anyMatch(exception -> exception.test(scope, asker));
            if (allows(ours, scope, asker) != expected && !excepted) {
                different.add((expected ? "refused: " : "allowed: ") + asker);
            }
        }
        assertThat(different).as("differences in %s", scope).isEmpty();
    }

    /**
     * The scopes of a table that the published one does not have.
     *
     * @return nothing where the published tables do not lie beside the checkout
     */
    public static Set<String> unpublished(String name) {
        var scopes = new LinkedHashSet<String>();
        DecisionTable.load("permissions/" + name + ".csv").rules().forEach(rule -> scopes.add(rule.scope()));
        Checkout.shared("spec/permissions/" + name + ".csv")
                .ifPresentOrElse(
                        file -> scopes.removeAll(ReferenceTable.read(file).scopes()), scopes::clear);
        return scopes;
    }

    /** An exception for a whole scope. */
    public static BiPredicate<String, Asker> scope(String name) {
        return (scope, asker) -> scope.equals(name);
    }

    /** An exception for those who have a role. */
    public static BiPredicate<String, Asker> role(String name, Role role) {
        return (scope, asker) -> scope.equals(name) && asker.role() == role;
    }
}
