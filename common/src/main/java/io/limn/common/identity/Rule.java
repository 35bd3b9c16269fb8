package io.limn.common.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One rule of a {@link DecisionTable}.
 *
 * @param scope        what is done
 * @param organization whether it holds for resources of organizations, or for personal ones
 * @param ownership    relations of which one must be held; {@code any} demands none
 * @param privilege    weakest privilege that is enough
 * @param exactly      whether stronger privileges are not enough
 * @param role         weakest role in the organization that is enough; {@code null} demands no membership
 * @param standing     how the role is compared
 * @param target       what must be true of the resource; empty demands nothing
 */
public record Rule(
        String scope,
        boolean organization,
        Set<String> ownership,
        Privilege privilege,
        boolean exactly,
        Role role,
        Standing standing,
        Set<String> target) {
    private static final String NAMED_OWNER = "organization-owner";

    /** How a member's role is compared with that of a rule. */
    public enum Standing {
        /** Stronger roles are enough as well. */
        AT_LEAST,
        /** Only this one. */
        EXACTLY,
        /** Only this one, and the organization names the member as its owner. */
        NAMED
    }

    static List<Rule> parse(String line) {
        var cells = Arrays.stream(line.split(",", -1)).map(String::strip).toArray(String[]::new);
        if (cells.length != 5 && cells.length != 6) {
            throw new IllegalArgumentException("A rule has five or six cells: " + line);
        }
        boolean organization =
                switch (cells[1]) {
                    case "organization" -> true;
                    case "personal" -> false;
                    default -> throw new IllegalArgumentException("The context is personal or organization: " + line);
                };
        var privilege = Privilege.valueOf(word(cells[3]));
        var target = cells.length == 5 || cells[5].equals(DecisionTable.ANY) ? Set.<String>of() : words(cells[5]);
        return Arrays.stream(cells[0].split(" +"))
                .map(scope -> new Rule(
                        scope,
                        organization,
                        words(cells[2]),
                        privilege,
                        cells[3].startsWith("="),
                        role(cells[4]),
                        standing(cells[4]),
                        target))
                .toList();
    }

    private static Set<String> words(String cell) {
        return Set.of(cell.split(" +"));
    }

    private static String word(String cell) {
        return cell.substring(cell.startsWith("=") ? 1 : 0).toUpperCase(Locale.ROOT);
    }

    private static Role role(String cell) {
        if (cell.equals("none")) {
            return null;
        }
        return cell.equals(NAMED_OWNER) ? Role.OWNER : Role.valueOf(word(cell));
    }

    private static Standing standing(String cell) {
        if (cell.equals(NAMED_OWNER)) {
            return Standing.NAMED;
        }
        return cell.startsWith("=") ? Standing.EXACTLY : Standing.AT_LEAST;
    }

    boolean isHeld(Set<String> relations) {
        return ownership.contains(DecisionTable.ANY) || ownership.stream().anyMatch(relations::contains);
    }

    boolean fits(Set<String> facts) {
        return target.stream()
                .allMatch(word -> word.startsWith("!") ? !facts.contains(word.substring(1)) : facts.contains(word));
    }

    boolean isEnough(Principal principal) {
        return exactly
                ? principal.privilege() == privilege
                : principal.privilege().atLeast(privilege);
    }

    boolean isEnough(Principal.Membership membership) {
        return membership == null ? role == null : isEnough(membership.role(), membership.owner());
    }

    boolean isEnough(Role held, boolean named) {
        if (role == null || held == null) {
            return role == null;
        }
        return switch (standing) {
            case AT_LEAST -> held.atLeast(role);
            case EXACTLY -> held == role;
            case NAMED -> held == role && named;
        };
    }
}
