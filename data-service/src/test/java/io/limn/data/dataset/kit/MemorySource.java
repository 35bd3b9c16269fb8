package io.limn.data.dataset.kit;

import io.limn.data.dataset.content.Item;
import io.limn.data.dataset.content.Subject;
import io.limn.data.dataset.content.TrackItem;
import io.limn.data.dataset.format.ExportSource;
import java.io.IOException;
import java.util.List;

/** A dataset in memory, for tests of formats. */
public record MemorySource(
        Subject subject, boolean withMedia, List<Item> items, List<TrackItem> tracks, List<Single> singles)
        implements ExportSource {
    @Override
    public List<String> subsets() {
        return items.stream().map(Item::subset).distinct().toList();
    }

    @Override
    public void items(String subset, Visitor<Item> visitor) throws IOException {
        for (var item : items) {
            if (item.subset().equals(subset)) {
                visitor.visit(item);
            }
        }
    }

    @Override
    public void tracks(Visitor<TrackItem> visitor) throws IOException {
        for (var track : tracks) {
            visitor.visit(track);
        }
    }

    @Override
    public void singles(Visitor<Single> visitor) throws IOException {
        for (var single : singles) {
            visitor.visit(single);
        }
    }
}
