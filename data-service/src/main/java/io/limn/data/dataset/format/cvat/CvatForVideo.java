package io.limn.data.dataset.format.cvat;

import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.archive.ArchiveWriter;
import io.limn.data.dataset.content.Shape;
import io.limn.data.dataset.content.TaskFacts;
import io.limn.data.dataset.content.TrackItem;
import io.limn.data.dataset.format.DatasetExporter;
import io.limn.data.dataset.format.ExportSource;
import io.limn.data.dataset.format.FormatDescription;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Writes one XML file of tracks; single shapes become short tracks, and tags have no place. */
@Singleton
final class CvatForVideo implements DatasetExporter {
    @Override
    public FormatDescription description() {
        return FormatDescription.exporter("CVAT for video 1.1");
    }

    @Override
    public void export(ExportSource source, ArchiveWriter archive) throws IOException {
        try (var xml = new XmlText(archive.entry("annotations.xml"))) {
            xml.open("annotations");
            new Meta(xml).write(source.subject());
            var body = new Body(source, xml);
            source.tracks(body::track);
            source.singles(body::single);
            xml.close("annotations");
        }
        if (source.withMedia()) {
            MediaFiles.write(source, archive);
        }
    }

    private static final class Body {
        private final ExportSource source;
        private final XmlText xml;
        private final ShapeText text;
        private int next;

        Body(ExportSource source, XmlText xml) {
            this.source = source;
            this.xml = xml;
            text = new ShapeText(xml);
        }

        void track(TrackItem track) throws IOException {
            open(track.task(), track.label().name(), track.source(), track.group());
            for (var placed : track.shapes()) {
                boolean keyframe =
                        placed.shape().track() != null && placed.shape().track().keyframe();
                shape(placed.shape(), track.task().number(placed.frame()), keyframe);
            }
            xml.close("track");
        }

        void single(ExportSource.Single single) throws IOException {
            var shape = single.shape();
            open(single.task(), shape.label().name(), shape.source(), shape.group());
            shape(shape, single.task().number(single.frame()), true);
            var job = source.subject().job();
            int stop = job == null ? single.task().size() - 1 : job.stop();
            if (single.frame() + 1 < stop) {
                shape(left(shape), single.task().number(single.frame() + 1), true);
            }
            xml.close("track");
        }

        /** Of a skeleton all points leave the picture. */
        private static Shape left(Shape shape) {
            var gone = shape.withOutside(true);
            return shape.elements().isEmpty()
                    ? gone
                    : new Shape(
                            gone.kind(),
                            gone.label(),
                            gone.points(),
                            gone.rotation(),
                            gone.occluded(),
                            true,
                            gone.order(),
                            gone.group(),
                            gone.source(),
                            gone.attributes(),
                            shape.elements().stream()
                                    .map(element -> element.withOutside(true))
                                    .toList(),
                            gone.track());
        }

        private void open(TaskFacts task, String label, String origin, int group) throws IOException {
            xml.open("track").attribute("id", next++).attribute("label", label).attribute("source", origin);
            if (source.subject().isProject()) {
                xml.attribute("task_id", task.id()).attribute("subset", task.subset());
            }
            if (group != 0) {
                xml.attribute("group_id", group);
            }
        }

        private void shape(Shape shape, int frame, boolean keyframe) throws IOException {
            var name = ShapeText.element(shape.kind());
            boolean skeleton = shape.kind() == ShapeKind.SKELETON;
            xml.open(name).attribute("frame", frame).attribute("keyframe", keyframe ? 1 : 0);
            if (!skeleton) {
                xml.attribute("outside", shape.outside() ? 1 : 0).attribute("occluded", shape.occluded() ? 1 : 0);
            }
            text.coordinates(shape);
            xml.attribute("z_order", shape.order());
            for (var element : shape.elements()) {
                element(
                        element,
                        element.track() == null ? keyframe : element.track().keyframe());
            }
            text.attributes(shape.attributes());
            xml.close(name);
        }

        private void element(Shape element, boolean keyframe) throws IOException {
            var name = ShapeText.element(element.kind());
            xml.open(name)
                    .attribute("label", element.label().name())
                    .attribute("keyframe", keyframe ? 1 : 0)
                    .attribute("outside", element.outside() ? 1 : 0)
                    .attribute("occluded", element.occluded() ? 1 : 0);
            text.coordinates(element);
            text.attributes(element.attributes());
            xml.close(name);
        }
    }
}
