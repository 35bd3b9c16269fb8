package io.limn.task.label;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Chooses colours of labels that were given none: names of well-known classes have fixed places in the PASCAL VOC colour
 * map, other names a place by their hash. The same name has the same colour on every server.
 */
final class LabelColors {
    /** Places of the map that belong to well-known names, whether we know the name or not. */
    private static final int PREDEFINED = 724;

    private static final Map<String, Integer> PLACES = places();
    private static final Set<Integer> RESERVED = reserved();

    private LabelColors() {}

    private static Map<String, Integer> places() {
        try (var in = LabelColors.class.getResourceAsStream("/label-colors.csv")) {
            var places = new HashMap<String, Integer>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> {
                        var cells = line.split(",", 2);
                        places.put(cells[0], Integer.parseInt(cells[1]));
                    });
            return places;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<Integer> reserved() {
        var colors = new HashSet<Integer>();
        for (int place = 0; place < PREDEFINED; place++) {
            colors.add(color(place));
        }
        return colors;
    }

    /**
     * The colour for a name.
     *
     * @param used colours of the siblings, {@code #rrggbb}
     */
    static String choose(String name, Collection<String> used) {
        var taken = new HashSet<Integer>();
        for (var color : used) {
            if (color.matches("#[0-9a-fA-F]{6}")) {
                taken.add(Integer.parseInt(color.substring(1), 16));
            }
        }
        var normal = normalize(name);
        int color = color(PLACES.containsKey(normal) ? PLACES.get(normal) : hash(normal));
        return String.format(Locale.ROOT, "#%06x", taken.contains(color) ? other(color, taken) : color);
    }

    private static String normalize(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{ASCII}]", "")
                .replaceAll("[^\\w\\s-]", "")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[-\\s]+", "_");
    }

    private static int hash(String name) {
        var digest = Blake2s.digest(name.getBytes(StandardCharsets.UTF_8), 3);
        return (digest[0] & 0xFF) << 16 | (digest[1] & 0xFF) << 8 | digest[2] & 0xFF;
    }

    /** The colour at a place: each three bits go to red, green and blue, from the highest bit down. */
    private static int color(int place) {
        int color = 0;
        int rest = place;
        for (int bit = 7; bit >= 0; bit--) {
            color |= (rest & 1) << bit + 16 | (rest >> 1 & 1) << bit + 8 | (rest >> 2 & 1) << bit;
            rest >>= 3;
        }
        return color;
    }

    private static int other(int color, Set<Integer> taken) {
        for (int target : new int[] {255, 0}) {
            for (int tenth = 1; tenth < 10; tenth++) {
                int candidate = blend(color, target, tenth);
                if (!RESERVED.contains(candidate) && !taken.contains(candidate)) {
                    return candidate;
                }
            }
        }
        return middle(taken, 16) << 16 | middle(taken, 8) << 8 | middle(taken, 0);
    }

    private static int blend(int color, int target, int tenth) {
        int blended = 0;
        for (int shift : new int[] {16, 8, 0}) {
            int channel = color >> shift & 0xFF;
            blended |= channel + (target - channel) * tenth / 10 << shift;
        }
        return blended;
    }

    /** The middle of the widest gap among the values of a channel. */
    private static int middle(Set<Integer> taken, int shift) {
        var values = new TreeSet<Integer>();
        taken.forEach(color -> values.add(color >> shift & 0xFF));
        values.add(0);
        values.add(255);
        int best = 0;
        int width = 0;
        Integer before = null;
        for (int value : values) {
            if (before != null && value - before > width) {
                width = value - before;
                best = before + width / 2;
            }
            before = value;
        }
        return best;
    }
}
