package io.limn.common.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * Who may do what with one kind of resource, read from a table with the columns
 *
 * <ul>
 *   <li>scope: what is done; several are separated by blanks,
 *   <li>context: {@code personal} or {@code organization}, where the resource is,
 *   <li>ownership: relations to the resource of which one must be held, or {@code any},
 *   <li>privilege: the weakest that is enough, {@code none} for no demand, {@code =} before it for exactly that one,
 *   <li>role: the weakest in the organization that is enough, {@code none} for no demand, {@code =} before it for exactly
 *       that one, {@code organization-owner} for an owner whom the organization also names as such,
 *   <li>target (may be absent): what must be true of the resource itself, words that it must have, or with {@code !}
 *       must not have, all of them; {@code any} for no demand.
 * </ul>
 *
 * Rules only allow; nothing else is allowed, except that administrators may do everything. The same rows answer a single
 * question and limit a list ({@link Visibility}).
 */
public final class DecisionTable {
    /** No relation to the resource is demanded, or nothing of it. */
    static final String ANY = "any";

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
            return new DecisionTable(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .flatMap(line -> Rule.parse(line).stream())
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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
        return allows(scope, principal, organization, held, Set.of());
    }

    /**
     * Whether a principal may do something with a resource of which the rules demand something.
     *
     * @param scope        what is done
     * @param principal    who
     * @param organization organization of the resource, {@code null} for a personal one
     * @param held         relations that he holds to the resource
     * @param target       words that are true of the resource
     */
    public boolean allows(String scope, Principal principal, Long organization, Set<String> held, Set<String> target) {
        if (principal.isAdmin()) {
            return true;
        }
        var fitting = rules.stream()
                .filter(rule -> rule.scope().equals(scope) && rule.organization() == (organization != null))
                .filter(rule -> rule.isHeld(held) && rule.fits(target) && rule.isEnough(principal))
                .toList();
        if (fitting.isEmpty() || fitting.stream().anyMatch(rule -> rule.role() == null)) {
            return !fitting.isEmpty();
        }
        // The membership comes last: to look for one that the token does not state costs a call.
        var membership = principal.membership(organization).orElse(null);
        return fitting.stream().anyMatch(rule -> rule.isEnough(membership));
    }

    /** The rules by which a principal sees resources. */
    List<Rule> seeing(String scope, Principal principal, OrganizationContext context) {
        return rules.stream()
                .filter(rule -> rule.scope().equals(scope)
                        && rule.organization() == context.isOrganization()
                        && rule.isEnough(principal)
                        && rule.isEnough(context.role(), context.owner()))
                .toList();
    }

    /** The rules for resources of organizations that a principal's privilege is enough for, whatever his role there. */
    List<Rule> inOrganizations(String scope, Principal principal) {
        return rules.stream()
                .filter(rule -> rule.scope().equals(scope) && rule.organization() && rule.isEnough(principal))
                .toList();
    }
}
