package io.limn.data.dataset.format.yolo;

import io.limn.data.dataset.archive.ArchiveNames;
import io.limn.data.dataset.content.Item;
import io.limn.data.dataset.convert.UsedNames;
import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.format.ExportSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * A part of a dataset as the family of YOLO formats has it: what has no subset goes for training.
 *
 * @param name    its name
 * @param subsets those of the source that it is made of
 */
public record Split(String name, List<String> subsets) {
    private static final String UNNAMED = "default";
    private static final String TRAINING = "train";

    /**
     * The parts of a dataset.
     *
     * @param reserved names that mean something else in the format
     * @throws DatasetException when a subset has such a name
     */
    public static List<Split> of(ExportSource source, Set<String> reserved) {
        var splits = new LinkedHashMap<String, List<String>>();
        for (var subset : source.subsets()) {
            if (reserved.contains(subset)) {
                throw DatasetException.inexpressible(
                        "Can't export '" + subset + "' subset in YOLO format, this word is reserved.");
            }
            splits.computeIfAbsent(
                            subset.equals(UNNAMED) ? TRAINING : ArchiveNames.part(subset), key -> new ArrayList<>())
                    .add(subset);
        }
        return splits.entrySet().stream()
                .map(split -> new Split(split.getKey(), split.getValue()))
                .toList();
    }

    /** Is shown one frame after the other. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Takes a frame.
         *
         * @param id its path without extension, unique within the part
         */
        void visit(String id, Item item) throws IOException;
    }

    /** Goes through the frames, each time with the same ids. */
    public void items(ExportSource source, Visitor visitor) throws IOException {
        var used = subsets.size() > 1 ? new UsedNames() : null;
        for (var subset : subsets) {
            source.items(subset, item -> visitor.visit(used == null ? item.id() : unused(used, item.id()), item));
        }
    }

    private static String unused(UsedNames used, String id) {
        var name = id;
        for (int i = 1; !used.add(name); i++) {
            name = id + "_" + i;
        }
        return name;
    }
}
