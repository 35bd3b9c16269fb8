package io.limn.common.testing;

import io.limn.common.identity.Privilege;
import io.limn.common.identity.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A table of rules as the makers of the CVAT API publish them: one row per rule with the columns scope, context,
 * ownership, privilege and membership. {@code None} as ownership demands no relation, as does {@code N/A}.
 */
final class ReferenceTable {
    private static final Set<String> NO_RELATION = Set.of("none", "n/a", "");

    private final List<Map<String, String>> rows = new ArrayList<>();

    private ReferenceTable(List<List<String>> cells) {
        var headings = cells.getFirst();
        for (var line : cells.subList(1, cells.size())) {
            var row = new HashMap<String, String>();
            for (int column = 0; column < headings.size(); column++) {
                row.put(headings.get(column), line.get(column));
            }
            rows.add(row);
        }
    }

    static ReferenceTable read(Path file) {
        try {
            return new ReferenceTable(
                    Files.readString(file).lines().map(ReferenceTable::cells).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The cells of a line, where quotes keep a comma and are doubled within. */
    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip().toLowerCase(Locale.ROOT));
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip().toLowerCase(Locale.ROOT));
        return cells;
    }

    Set<String> scopes() {
        var scopes = new LinkedHashSet<String>();
        rows.forEach(row -> scopes.add(row.get("scope")));
        return scopes;
    }

    Set<String> relations() {
        var relations = new LinkedHashSet<String>();
        rows.forEach(row -> relations.addAll(ownership(row)));
        relations.removeAll(NO_RELATION);
        return relations;
    }

    boolean allows(String scope, Asker asker) {
        return asker.privilege() == Privilege.ADMIN
                || rows.stream().anyMatch(row -> row.get("scope").equals(scope) && holds(row, asker));
    }

    private static boolean holds(Map<String, String> row, Asker asker) {
        var context = row.get("context");
        var ownership = ownership(row);
        return (context.equals("n/a") || context.equals(asker.organization() ? "organization" : "sandbox"))
                && (ownership.stream().anyMatch(NO_RELATION::contains)
                        || asker.relation() != null && ownership.contains(asker.relation()))
                && hasPrivilege(row, asker.privilege())
                && fits(row.getOrDefault("limit", ""), asker)
                && isMember(row.get("membership"), asker);
    }

    private static List<String> ownership(Map<String, String> row) {
        return List.of(row.get("ownership").split(" *, *"));
    }

    private static boolean hasPrivilege(Map<String, String> row, Privilege privilege) {
        var least = Privilege.valueOf(row.get("privilege").toUpperCase(Locale.ROOT));
        return "true".equals(row.get("strict_privilege")) ? privilege == least : privilege.atLeast(least);
    }

    /** The three conditions that occur; the quotes of their words are gone with those of the cell. */
    private static boolean fits(String limit, Asker asker) {
        return switch (limit.replace(" ", "")) {
            case "" -> true;
            case "resource[role]!=owner" -> !asker.facts().contains("owner");
            case "resource[role]notin[maintainer,owner]" ->
                !asker.facts().contains("owner") && !asker.facts().contains("maintainer");
            case "resource[membership][role]!=none" -> asker.role() != null;
            default -> throw new IllegalStateException("The condition " + limit + " is not known");
        };
    }

    private static boolean isMember(String membership, Asker asker) {
        return membership.equals("n/a")
                || asker.role() != null && asker.role().atLeast(Role.valueOf(membership.toUpperCase(Locale.ROOT)));
    }
}
