package io.limn.data.dataset.format.cvat;

import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.archive.ArchiveWriter;
import io.limn.data.dataset.content.Item;
import io.limn.data.dataset.content.Shape;
import io.limn.data.dataset.content.Tag;
import io.limn.data.dataset.format.DatasetExporter;
import io.limn.data.dataset.format.ExportSource;
import io.limn.data.dataset.format.FormatDescription;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Writes one XML file with what is on each frame; tracks are taken apart. */
@Singleton
final class CvatForImages implements DatasetExporter {
    @Override
    public FormatDescription description() {
        return FormatDescription.exporter("CVAT for images 1.1");
    }

    @Override
    public void export(ExportSource source, ArchiveWriter archive) throws IOException {
        try (var xml = new XmlText(archive.entry("annotations.xml"))) {
            xml.open("annotations");
            new Meta(xml).write(source.subject());
            var text = new ShapeText(xml);
            boolean project = source.subject().isProject();
            source.items(item -> image(item, project, xml, text));
            xml.close("annotations");
        }
        if (source.withMedia()) {
            MediaFiles.write(source, archive);
        }
    }

    private static void image(Item item, boolean project, XmlText xml, ShapeText text) throws IOException {
        xml.open("image").attribute("id", item.number()).attribute("name", item.path());
        if (project) {
            xml.attribute("subset", item.subset())
                    .attribute("task_id", item.task().id());
        }
        xml.attribute("width", item.width()).attribute("height", item.height());
        for (var shape : item.shapes()) {
            shape(shape, xml, text);
        }
        for (var tag : item.tags()) {
            tag(tag, xml, text);
        }
        xml.close("image");
    }

    private static void shape(Shape shape, XmlText xml, ShapeText text) throws IOException {
        var name = ShapeText.element(shape.kind());
        xml.open(name).attribute("label", shape.label().name()).attribute("source", shape.source());
        if (shape.kind() != ShapeKind.SKELETON) {
            xml.attribute("occluded", shape.occluded() ? 1 : 0);
        }
        text.coordinates(shape);
        xml.attribute("z_order", shape.order());
        if (shape.group() != 0) {
            xml.attribute("group_id", shape.group());
        }
        for (var element : shape.elements()) {
            // Points of tracks that have left the picture are not on this frame.
            if (shape.track() == null || !element.outside()) {
                element(element, xml, text);
            }
        }
        text.attributes(shape.attributes());
        xml.close(name);
    }

    private static void element(Shape element, XmlText xml, ShapeText text) throws IOException {
        var name = ShapeText.element(element.kind());
        xml.open(name)
                .attribute("label", element.label().name())
                .attribute("source", element.source())
                .attribute("outside", element.outside() ? 1 : 0)
                .attribute("occluded", element.occluded() ? 1 : 0);
        text.coordinates(element);
        text.attributes(element.attributes());
        xml.close(name);
    }

    private static void tag(Tag tag, XmlText xml, ShapeText text) throws IOException {
        xml.open("tag").attribute("label", tag.label().name()).attribute("source", tag.source());
        if (tag.group() != 0) {
            xml.attribute("group_id", tag.group());
        }
        text.attributes(tag.attributes());
        xml.close("tag");
    }
}
