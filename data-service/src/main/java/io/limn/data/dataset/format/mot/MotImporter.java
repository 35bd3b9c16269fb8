package io.limn.data.dataset.format.mot;

import io.limn.data.dataset.archive.ImportArchive;
import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.format.DatasetImporter;
import io.limn.data.dataset.format.DatasetLabel;
import io.limn.data.dataset.format.FormatDescription;
import io.limn.data.dataset.format.ImportSink;
import io.limn.data.dataset.format.ImportedItem;
import io.limn.data.dataset.text.TextLines;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads boxes of single frames and of tracks; frames are told by their position. */
@Singleton
final class MotImporter implements DatasetImporter {
    static final String TRUTH = "gt/gt.txt";
    static final String LABELS = "gt/labels.txt";
    static final String IGNORED = "ignored";
    static final String VISIBILITY = "visibility";

    /** What the numbers mean in the sequences of the benchmark, which have no file of labels. */
    private static final List<String> BENCHMARK = List.of(
            "pedestrian",
            "person on vehicle",
            "car",
            "bicycle",
            "motorbike",
            "non motorized vehicle",
            "static person",
            "distractor",
            "occluder",
            "occluder on the ground",
            "occluder full",
            "reflection");

    @Override
    public FormatDescription description() {
        return FormatDescription.importer("MOT 1.1");
    }

    @Override
    public void read(ImportArchive whole, ImportSink sink) throws IOException {
        var folder = whole.folderWith(TRUTH::equals).orElseThrow(() -> DatasetException.notFound("mot_seq", TRUTH));
        var archive = whole.below(folder);
        List<String> labels = BENCHMARK;
        boolean one = true;
        if (archive.has(LABELS)) {
            labels = new ArrayList<>();
            var read = labels;
            TextLines.read(archive, LABELS, (number, line) -> read.add(line));
            one = labels.size() == 1;
        }
        sink.declare(labels.stream().map(DatasetLabel::of).toList());
        var rows = new Rows(sink, labels, one);
        var tracks = new TrackBatches(sink);
        TextLines.read(archive, TRUTH, (number, line) -> {
            var row = Row.of(number, line);
            var label = rows.label(row, number);
            int frame = rows.frame(row, number);
            if (row.track() > 0) {
                tracks.count(row.track());
                return;
            }
            try (var item = sink.item(ImportedItem.of("line " + number + " of " + TRUTH, "default")
                    .withNumber(frame))) {
                item.shape(row.shape(label));
            }
        });
        for (var batch = tracks.next(); !batch.isEmpty(); batch = tracks.next()) {
            var wanted = batch;
            TextLines.read(archive, TRUTH, (number, line) -> {
                var row = Row.of(number, line);
                if (row.track() > 0 && wanted.contains(row.track())) {
                    tracks.add(row.track(), rows.frame(row, number), row.shape(rows.label(row, number)));
                }
            });
            tracks.handOver();
        }
    }

    /** What the numbers of a line mean for the target. */
    private record Rows(ImportSink sink, List<String> labels, boolean isFirstMeant) {
        String label(Row row, int line) {
            if (row.label() > labels.size()) {
                throw DatasetException.malformed(
                        TRUTH, "line " + line, "there are " + labels.size() + " labels, and none is " + row.label());
            }
            if (row.label() == 0 && !isFirstMeant) {
                throw DatasetException.malformed(TRUTH, "line " + line, "annotation has no label");
            }
            return labels.get(Math.max(0, row.label() - 1));
        }

        int frame(Row row, int line) {
            long frame = (long) sink.firstFrame() + row.frame() - 1;
            if (row.frame() < 1 || frame > sink.lastFrame()) {
                throw DatasetException.malformed(TRUTH, "line " + line, "Unknown frame " + row.frame());
            }
            return (int) frame;
        }
    }
}
