package io.limn.data.dataset.format.voc;

import io.limn.data.dataset.archive.ArchiveWriter;
import io.limn.data.dataset.content.Item;
import io.limn.data.dataset.content.Shape;
import io.limn.data.dataset.convert.Transforms;
import io.limn.data.dataset.picture.MaskPicture;
import io.limn.data.dataset.picture.MaskPicture.Layer;
import io.limn.data.dataset.picture.PngWriter.Pixels;
import io.limn.data.dataset.picture.VocPalette;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes two pictures of a frame: pixels in the colours of their labels, and in those of the numbers of objects. */
final class MaskFiles {
    static final String CLASSES = "SegmentationClass/";
    static final String OBJECTS = "SegmentationObject/";

    private MaskFiles() {}

    /**
     * An object with its number.
     *
     * @param shape  a shape that has pixels
     * @param number from 1
     */
    record Instance(Shape shape, int number) {}

    /** Writes the pictures of a frame; later objects cover earlier ones. */
    static void write(ArchiveWriter archive, Item item, List<Instance> instances, LabelMap labels) throws IOException {
        var classes = new ArrayList<Layer>();
        var objects = new ArrayList<Layer>();
        for (var instance : instances) {
            var mask = Transforms.mask(instance.shape(), item.width(), item.height());
            classes.add(new Layer(mask, labels.colour(instance.shape().label().name())));
            objects.add(new Layer(mask, VocPalette.colour(instance.number())));
        }
        archive.bytes(
                CLASSES + item.id() + ".png", MaskPicture.png(item.width(), item.height(), Pixels.COLOUR, classes));
        archive.bytes(
                OBJECTS + item.id() + ".png", MaskPicture.png(item.width(), item.height(), Pixels.COLOUR, objects));
    }
}
