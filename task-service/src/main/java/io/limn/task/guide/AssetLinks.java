package io.limn.task.guide;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The links to assets in the text of a guide, such as {@code ![a car](/api/assets/<uuid>)}. */
final class AssetLinks {
    private static final Pattern LINK = Pattern.compile(
            "\\(/api/assets/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\)",
            Pattern.CASE_INSENSITIVE);

    private AssetLinks() {}

    /** The assets that a text shows, in order. */
    static Set<UUID> in(String markdown) {
        var found = new LinkedHashSet<UUID>();
        LINK.matcher(markdown).results().map(AssetLinks::asset).forEach(found::add);
        return found;
    }

    /** The text with other assets in the place of some. */
    static String replace(String markdown, Map<UUID, UUID> others) {
        return LINK.matcher(markdown).replaceAll(link -> {
            var other = others.get(asset(link));
            return Matcher.quoteReplacement(other == null ? link.group() : "(/api/assets/" + other + ")");
        });
    }

    private static UUID asset(MatchResult link) {
        return UUID.fromString(link.group(1));
    }
}
