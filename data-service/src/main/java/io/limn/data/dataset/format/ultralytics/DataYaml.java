package io.limn.data.dataset.format.ultralytics;

import io.limn.data.dataset.format.yolo.Split;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The file that describes a dataset.
 *
 * @param file   its name
 * @param names  names of classes by their numbers
 * @param splits for each part where its pictures are listed
 * @param shape  how many points a skeleton has and how many numbers each point, {@code null} when it tells nothing
 */
record DataYaml(String file, Map<Integer, String> names, Map<String, List<String>> splits, int[] shape) {
    /** Its usual name. */
    static final String FILE = "data.yaml";
    /** Where it tells of the points of skeletons. */
    static final String POINTS = "kpt_shape";
    /** Where it tells which points change places in a mirror. */
    static final String FLIPPED = "flip_idx";

    /**
     * The text of the file, its keys in order.
     *
     * @param points how many points a skeleton has, negative when there are no skeletons
     */
    static String text(List<String> names, List<Split> splits, int points) {
        var keys = new TreeMap<String, String>();
        keys.put("names", names.isEmpty() ? " {}\n" : classes(names));
        keys.put("path", " .\n");
        if (points >= 0) {
            keys.put(POINTS, "\n- " + points + "\n- 3\n");
        }
        for (var split : splits) {
            keys.put(split.name(), " " + YamlText.of(split.name() + ".txt") + "\n");
        }
        var text = new StringBuilder();
        keys.forEach((key, value) -> text.append(YamlText.of(key)).append(':').append(value));
        return text.toString();
    }

    private static String classes(List<String> names) {
        var text = new StringBuilder("\n");
        for (int i = 0; i < names.size(); i++) {
            text.append("  ")
                    .append(i)
                    .append(": ")
                    .append(YamlText.of(names.get(i)))
                    .append('\n');
        }
        return text.toString();
    }
}
