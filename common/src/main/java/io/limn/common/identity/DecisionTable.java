package io.limn.common.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Who may do what with one kind of resource, read from a table with the columns scope, context ({@code personal} or
 * {@code organization}), ownership ({@code any} or relations separated by blanks), privilege and role (the weakest that
 * are enough, {@code none} for no demand, {@code =} before a privilege for exactly that one). Rules only allow; nothing else is allowed, except that administrators may
 * do everything. The same rows answer a single question and limit a list ({@link Visibility}).
 */
public final class DecisionTable {
    /** No relation to the resource is demanded. */
    static final String ANY = "any";

    /**
     * One rule.
     *
     * @param scope        what is done
     * @param organization whether it holds for resources of organizations, or for personal ones
     * @param ownership    relations of which one must be held; {@code any} demands none
     * @param privilege    weakest privilege that is enough
     * @param exactly      whether stronger privileges are not enough
     * @param role         weakest role in the organization that is enough; {@code null} demands no membership
     */
    public record Rule(
            String scope,
            boolean organization,
            Set<String> ownership,
            Privilege privilege,
            boolean exactly,
            Role role) {
        boolean holds(Principal principal, boolean inOrganization, Role held) {
            return organization == inOrganization
                    && (exactly
                            ? principal.privilege() == privilege
                            : principal.privilege().atLeast(privilege))
                    && (role == null || held != null && held.atLeast(role));
        }
    }

    private final List<Rule> rules;

    private DecisionTable(List<Rule> rules) {
        this.rules = rules;
    }

    /**
     * Reads a table of the class path.
     *
     * @throws IllegalArgumentException when a row cannot be understood
     */
    public static DecisionTable load(String resource) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no decision table " + resource);
            }
            var rules = new ArrayList<Rule>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> rules.addAll(parse(line)));
            return new DecisionTable(rules);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Rule> parse(String line) {
        var cells = Arrays.stream(line.split(",", -1)).map(String::strip).toArray(String[]::new);
        if (cells.length != 5) {
            throw new IllegalArgumentException("A rule has five cells: " + line);
        }
        boolean organization =
                switch (cells[1]) {
                    case "organization" -> true;
                    case "personal" -> false;
                    default -> throw new IllegalArgumentException("The context is personal or organization: " + line);
                };
        var ownership = Set.of(cells[2].split(" +"));
        boolean exactly = cells[3].startsWith("=");
        var privilege = Privilege.valueOf(cells[3].substring(exactly ? 1 : 0).toUpperCase(Locale.ROOT));
        var role = cells[4].equals("none") ? null : Role.valueOf(cells[4].toUpperCase(Locale.ROOT));
        return Arrays.stream(cells[0].split(" +"))
                .map(scope -> new Rule(scope, organization, ownership, privilege, exactly, role))
                .toList();
    }

    /** All rules. */
    public List<Rule> rules() {
        return rules;
    }

    /**
     * Whether a principal may do something.
     *
     * @param scope        what is done
     * @param principal    who
     * @param organization organization of the resource, {@code null} for a personal one
     * @param held         relations that he holds to the resource
     */
    public boolean allows(String scope, Principal principal, Long organization, Set<String> held) {
        if (principal.isAdmin()) {
            return true;
        }
        var role = organization == null
                ? null
                : principal
                        .membership(organization)
                        .map(Principal.Membership::role)
                        .orElse(null);
        return rules.stream()
                .filter(rule -> rule.scope().equals(scope) && rule.holds(principal, organization != null, role))
                .anyMatch(rule -> rule.ownership().contains(ANY)
                        || rule.ownership().stream().anyMatch(held::contains));
    }

    /** The relations of which one lets a principal see a resource; contains {@code any} when all can be seen. */
    Set<String> seeing(String scope, Principal principal, OrganizationContext context) {
        if (principal.isAdmin()) {
            return Set.of(ANY);
        }
        var relations = new java.util.LinkedHashSet<String>();
        rules.stream()
                .filter(rule ->
                        rule.scope().equals(scope) && rule.holds(principal, context.isOrganization(), context.role()))
                .forEach(rule -> relations.addAll(rule.ownership()));
        return relations;
    }
}
