package io.limn.common.api.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Counts of lists, each with the change number under which it holds. To count a hundred thousand rows takes longer than
 * all the rest of a page, and mostly nothing has changed since the page before.
 */
@ApplicationScoped
class RememberedCounts {
    /** Characters of all statements together. */
    private static final long MOST = 4 << 20;

    private static final int PARAMETER = 32;

    private final Cache<Sql, Counted> counts = Caffeine.newBuilder()
            .maximumWeight(MOST)
            .weigher((Sql statement, Counted counted) -> weight(statement))
            .build();

    Counted of(Sql statement) {
        var known = counts.getIfPresent(statement);
        return known == null ? Counted.NEVER : known;
    }

    void remember(Sql statement, Counted counted) {
        counts.put(statement, counted);
    }

    private static int weight(Sql statement) {
        int weight = statement.text().length();
        for (var value : statement.parameters()) {
            weight += value instanceof String text ? text.length() + PARAMETER : PARAMETER;
        }
        return weight;
    }
}
