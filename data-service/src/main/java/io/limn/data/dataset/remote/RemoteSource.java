package io.limn.data.dataset.remote;

import io.limn.data.dataset.content.Item;
import io.limn.data.dataset.content.Shape;
import io.limn.data.dataset.content.Subject;
import io.limn.data.dataset.content.Tag;
import io.limn.data.dataset.content.TaskFacts;
import io.limn.data.dataset.content.TrackItem;
import io.limn.data.dataset.format.ExportSource;
import io.limn.data.decoder.Decoder;
import io.limn.data.media.SourceIndex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * What is exported, read from task-service and from the media while a format goes through it. Of the annotations only
 * those of the frame at hand are held, and the tracks that are on it.
 */
public final class RemoteSource implements ExportSource {
    private final TaskService service;
    private final SourceIndex index;
    private final Decoder decoder;
    private final Facts facts;
    private final Subject subject;
    private final boolean withMedia;
    private final Annotations annotations;
    private final Watch watch;

    /** Is told how far it is; may stop it by an exception. */
    @FunctionalInterface
    public interface Watch {
        /** One more frame was gone through. */
        void frame();
    }

    /** A source. */
    public RemoteSource(
            TaskService service,
            SourceIndex index,
            Decoder decoder,
            Facts facts,
            Subject subject,
            boolean withMedia,
            Watch watch) {
        this.service = service;
        this.index = index;
        this.decoder = decoder;
        this.facts = facts;
        this.subject = subject;
        this.withMedia = withMedia;
        this.watch = watch;
        annotations = new Annotations(subject.labels());
    }

    @Override
    public Subject subject() {
        return subject;
    }

    @Override
    public boolean withMedia() {
        return withMedia;
    }

    @Override
    public List<String> subsets() {
        var subsets = new TreeSet<String>();
        subject.tasks().forEach(task -> subsets.add(task.subset()));
        return List.copyOf(subsets);
    }

    @Override
    public void items(String subset, Visitor<Item> visitor) throws IOException {
        walk(subset, visitor, true);
    }

    @Override
    public void frames(String subset, Visitor<Item> visitor) throws IOException {
        walk(subset, visitor, false);
    }

    private void walk(String subset, Visitor<Item> visitor, boolean annotated) throws IOException {
        var used = new HashSet<String>();
        long tasks = subject.tasks().stream()
                .filter(task -> task.subset().equals(subset))
                .count();
        for (int i = 0; i < subject.tasks().size(); i++) {
            if (subject.tasks().get(i).subset().equals(subset)) {
                walk(subject.tasks().get(i), facts.tasks().get(i), visitor, annotated, tasks > 1 ? used : null);
            }
        }
    }

    private void walk(TaskFacts task, Facts.Task stored, Visitor<Item> visitor, boolean annotated, Set<String> used)
            throws IOException {
        var media = new TaskMedia(index, decoder, stored);
        var included = included(stored);
        int start = facts.job() == null ? 0 : facts.job().startFrame();
        int stop = facts.job() == null ? stored.size() - 1 : facts.job().stopFrame();
        try (var content = annotated ? new FrameContent(stored) : null) {
            for (int frame = start; frame <= stop; frame++) {
                if (included.test(frame)) {
                    var tags = content == null ? List.<Tag>of() : content.tags(frame);
                    var shapes = content == null ? List.<Shape>of() : content.shapes(frame);
                    visitor.visit(item(task, media, frame, tags, shapes, used));
                    watch.frame();
                }
            }
        }
    }

    private Item item(TaskFacts task, TaskMedia media, int frame, List<Tag> tags, List<Shape> shapes, Set<String> used)
            throws IOException {
        int number = task.number(frame);
        if (media.isVideo()) {
            var name = "frame_%06d".formatted(number);
            return new Item(
                    task,
                    frame,
                    number,
                    name,
                    name,
                    media.videoWidth(),
                    media.videoHeight(),
                    tags,
                    shapes,
                    withMedia ? media.file(frame) : null,
                    List.of());
        }
        var picture = media.picture(frame);
        var path = picture.name();
        int dot = path.lastIndexOf('.');
        var id = dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
        if (media.isPointClouds()) {
            id = id.substring(id.lastIndexOf('/') + 1);
        }
        return new Item(
                task,
                frame,
                number,
                used == null ? id : unique(id, used),
                path,
                picture.width(),
                picture.height(),
                tags,
                shapes,
                withMedia ? media.file(frame) : null,
                media.related(picture, withMedia));
    }

    private static String unique(String id, Set<String> used) {
        var free = id;
        for (int number = 1; !used.add(free); number++) {
            free = id + "_" + number;
        }
        return free;
    }

    private IntPredicate included(Facts.Task task) {
        var only = facts.job() == null ? null : facts.job().includedFrames();
        var present = deleted(task).negate();
        return only == null ? present : present.and(frame -> Arrays.binarySearch(only, frame) >= 0);
    }

    private Long job() {
        return facts.job() == null ? null : facts.job().id();
    }

    private boolean spatial(Facts.Task task) {
        return "3d".equals(task.dimension());
    }

    private IntPredicate deleted(Facts.Task task) {
        var excluded = task.excluded() == null ? new int[0] : task.excluded();
        return frame -> Arrays.binarySearch(excluded, frame) >= 0;
    }

    @Override
    public void tracks(Visitor<TrackItem> visitor) throws IOException {
        int number = 0;
        for (int i = 0; i < subject.tasks().size(); i++) {
            var task = subject.tasks().get(i);
            var stored = facts.tasks().get(i);
            int stop = facts.job() == null ? stored.size() - 1 : facts.job().stopFrame();
            try (var lines = new AnnotationLines(service.annotations(stored, job(), "track", "index"))) {
                for (var line = lines.take(); line != null; line = lines.take()) {
                    var track = new LiveTrack(line, annotations, spatial(stored), deleted(stored));
                    visitor.visit(new TrackItem(
                            task,
                            number++,
                            track.label(),
                            line.group,
                            line.source,
                            () -> new TrackFrames(track, stop, included(stored))));
                    watch.frame();
                }
            }
        }
    }

    @Override
    public void singles(Visitor<Single> visitor) throws IOException {
        for (int i = 0; i < subject.tasks().size(); i++) {
            var stored = facts.tasks().get(i);
            var included = included(stored);
            try (var lines = new AnnotationLines(service.annotations(stored, job(), "shape", "frame"))) {
                for (var line = lines.take(); line != null; line = lines.take()) {
                    if (included.test(line.frame)) {
                        visitor.visit(new Single(subject.tasks().get(i), line.frame, annotations.shape(line)));
                    }
                }
            }
        }
    }

    /** What is on the frames of a task, in frame order. */
    private final class FrameContent implements AutoCloseable {
        private final AnnotationLines tags;
        private final AnnotationLines shapes;
        private final AnnotationLines tracks;
        private final boolean spatial;
        private final IntPredicate deleted;
        private final List<LiveTrack> live = new ArrayList<>();

        FrameContent(Facts.Task task) throws IOException {
            spatial = spatial(task);
            deleted = deleted(task);
            tags = new AnnotationLines(service.annotations(task, job(), "tag", "frame"));
            shapes = new AnnotationLines(service.annotations(task, job(), "shape", "frame"));
            tracks = new AnnotationLines(service.annotations(task, job(), "track", "frame"));
        }

        List<Tag> tags(int frame) throws IOException {
            var found = new ArrayList<Tag>();
            for (var tag = next(tags, frame); tag != null; tag = next(tags, frame)) {
                found.add(annotations.tag(tag));
            }
            return found;
        }

        List<Shape> shapes(int frame) throws IOException {
            var found = new ArrayList<Shape>();
            boolean ordered = true;
            for (var shape = next(shapes, frame); shape != null; shape = next(shapes, frame)) {
                if (!shape.outside) {
                    ordered &= found.isEmpty() || found.getLast().order() <= shape.order;
                    found.add(annotations.shape(shape));
                }
            }
            while (tracks.peek() != null && tracks.peek().frame <= frame) {
                live.add(new LiveTrack(tracks.take(), annotations, spatial, deleted));
            }
            if (!live.isEmpty()) {
                ordered = false;
                live.removeIf(track -> track.isOver(frame));
                live.sort(Comparator.comparingInt(LiveTrack::index));
                for (var track : live) {
                    track.at(frame).filter(FrameContent::isSeen).ifPresent(found::add);
                }
            }
            if (!ordered) {
                found.sort(Comparator.comparingInt(Shape::order));
            }
            return found;
        }

        /** Of a skeleton one point has to be there. */
        private static boolean isSeen(Shape shape) {
            return shape.elements().isEmpty()
                    ? !shape.outside()
                    : shape.elements().stream().anyMatch(element -> !element.outside());
        }

        private static Stored next(AnnotationLines lines, int frame) throws IOException {
            while (lines.peek() != null && lines.peek().frame < frame) {
                lines.take();
            }
            return lines.peek() != null && lines.peek().frame == frame ? lines.take() : null;
        }

        @Override
        public void close() throws IOException {
            tags.close();
            shapes.close();
            tracks.close();
        }
    }
}
