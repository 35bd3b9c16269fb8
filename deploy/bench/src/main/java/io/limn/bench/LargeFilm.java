package io.limn.bench;

import io.limn.standalone.demo.Film;
import io.limn.standalone.demo.Photographs;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A film of 1920×1080: a slow look along a street. It takes a minute to make, so it is kept for later runs. */
final class LargeFilm {
    private static final int STEP = 2;

    private LargeFilm() {}

    /** The file of a film with so many frames. */
    static Path take(int frames) {
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "limn-bench-" + frames + ".mp4");
        if (!Files.exists(file)) {
            Path draft = file.resolveSibling("limn-bench-new-" + frames + ".mp4");
            int width = LargePictures.WIDTH;
            BufferedImage street = Photographs.picture(7, width + STEP * frames, LargePictures.HEIGHT);
            Film.write(
                    draft,
                    width,
                    LargePictures.HEIGHT,
                    frames,
                    number -> street.getSubimage(STEP * number, 0, width, LargePictures.HEIGHT));
            try {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return file;
    }
}
