package io.limn.common.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.limn.common.identity.DecisionTable;
import io.limn.common.identity.Privilege;
import io.limn.common.identity.Role;
import io.limn.common.identity.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/** Tests of decision tables, made from their rows, and their comparison with the published ones of the CVAT API. */
public final class PermissionTables {
    private static final String ANY = "any";

    private PermissionTables() {}

    private static DecisionTable table(String name) {
        return DecisionTable.load("permissions/" + name + ".csv");
    }

    /** One test per row of a table: it allows what it says, and whoever lacks a part of it needs another row. */
    public static Stream<DynamicTest> rows(String... names) {
        return Arrays.stream(names).flatMap(name -> {
            var table = table(name);
            return table.rules().stream()
                    .map(rule -> DynamicTest.dynamicTest(name + " " + rule, () -> check(table, rule)));
        });
    }

    private static void check(DecisionTable table, Rule rule) {
        var facts = new HashSet<>(rule.target());
        facts.removeIf(word -> word.startsWith("!"));
        for (var relation : rule.ownership()) {
            var weakest = new Asker(
                    rule.privilege(),
                    rule.organization(),
                    rule.role(),
                    rule.standing() == Rule.Standing.NAMED,
                    relation.equals(ANY) ? null : relation,
                    facts);
            assertThat(allows(table, rule.scope(), weakest)).as("%s", weakest).isTrue();
        }
        for (var asker : Asker.everyone(relations(table), words(table))) {
            boolean expected = asker.privilege() == Privilege.ADMIN
                    || table.rules().stream()
                            .anyMatch(other -> other.scope().equals(rule.scope()) && covers(other, asker));
            assertThat(allows(table, rule.scope(), asker))
                    .as("%s %s", rule.scope(), asker)
                    .isEqualTo(expected);
        }
    }

    private static Set<String> relations(DecisionTable table) {
        var relations = new LinkedHashSet<String>();
        table.rules().forEach(rule -> relations.addAll(rule.ownership()));
        relations.remove(ANY);
        return relations;
    }

    private static Set<String> words(DecisionTable table) {
        var words = new LinkedHashSet<String>();
        table.rules().forEach(rule -> rule.target().forEach(word -> words.add(word.replace("!", ""))));
        return words;
    }

    /** What a row means, told a second time and as plainly as can be. */
    private static boolean covers(Rule rule, Asker asker) {
        boolean privileged = rule.exactly()
                ? asker.privilege() == rule.privilege()
                : asker.privilege().ordinal() <= rule.privilege().ordinal();
        boolean related = rule.ownership().contains(ANY)
                || asker.relation() != null && rule.ownership().contains(asker.relation());
        boolean fitting = true;
        for (var word : rule.target()) {
            fitting &= word.startsWith("!")
                    ? !asker.facts().contains(word.substring(1))
                    : asker.facts().contains(word);
        }
        return rule.organization() == asker.organization() && privileged && related && fitting && isMember(rule, asker);
    }

    private static boolean isMember(Rule rule, Asker asker) {
        if (rule.role() == null || asker.role() == null) {
            return rule.role() == null;
        }
        return switch (rule.standing()) {
            case AT_LEAST -> asker.role().ordinal() <= rule.role().ordinal();
            case EXACTLY -> asker.role() == rule.role();
            case NAMED -> asker.role() == Role.OWNER && asker.named();
        };
    }

    private static boolean allows(DecisionTable table, String scope, Asker asker) {
        return table.allows(scope, asker.principal(), asker.workspace(), asker.held(), asker.facts());
    }

    /**
     * One test per scope of a published table, over every privilege, role, context and single relation; skipped where
     * the published tables do not lie beside the checkout.
     *
     * @param name       the table
     * @param exceptions named differences: for each, the scopes and askers of whom it speaks
     */
    @SafeVarargs
    public static Stream<DynamicTest> agreement(String name, BiPredicate<String, Asker>... exceptions) {
        return agreement(name, asker -> asker, exceptions);
    }

    /**
     * The same for a published table that tells askers apart in another way than ours.
     *
     * @param published an asker as the published table sees him
     */
    @SafeVarargs
    public static Stream<DynamicTest> agreement(
            String name, UnaryOperator<Asker> published, BiPredicate<String, Asker>... exceptions) {
        var file = Checkout.shared("spec/permissions/" + name + ".csv");
        if (file.isEmpty()) {
            return Stream.of(DynamicTest.dynamicTest(
                    name + " has nothing to be compared with", () -> Assumptions.abort("no published tables")));
        }
        var ours = table(name);
        var theirs = ReferenceTable.read(file.get());
        return theirs.scopes().stream()
                .map(scope -> DynamicTest.dynamicTest(name + " " + scope, () -> {
                    var different = new ArrayList<String>();
                    for (var asker : Asker.everyone(relations(ours), words(ours))) {
                        boolean expected = theirs.allows(scope, published.apply(asker));
                        boolean excepted = Stream.of(exceptions).anyMatch(exception -> exception.test(scope, asker));
                        if (allows(ours, scope, asker) != expected && !excepted) {
                            different.add((expected ? "refused: " : "allowed: ") + asker);
                        }
                    }
                    assertThat(different).as("differences in %s", scope).isEmpty();
                }));
    }

    /**
     * What a table says that the published one does not, or the other way round: scopes, and relations.
     *
     * @return nothing where the published tables do not lie beside the checkout
     */
    public static List<String> onlyIn(String name, boolean published) {
        var file = Checkout.shared("spec/permissions/" + name + ".csv");
        if (file.isEmpty()) {
            return List.of();
        }
        var ours = new LinkedHashSet<String>();
        table(name).rules().forEach(rule -> ours.add(rule.scope()));
        ours.addAll(relations(table(name)));
        var theirs = new LinkedHashSet<>(ReferenceTable.read(file.get()).scopes());
        theirs.addAll(ReferenceTable.read(file.get()).relations());
        var mine = new LinkedHashSet<>(published ? theirs : ours);
        mine.removeAll(published ? ours : theirs);
        return List.copyOf(mine);
    }
}
