package io.limn.data.frame;

import io.limn.data.media.SourceUnavailableException;
import io.limn.data.media.UnreadableMediaException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Follows recipes. Pictures are decoded one at a time; nothing of a chunk is held in memory as a whole. */
@ApplicationScoped
class Builder {
    private final KnownMedia media;
    private final PictureBytes pictures;
    private final VideoBytes videos;
    private final FrameConfig config;

    Builder(KnownMedia media, PictureBytes pictures, VideoBytes videos, FrameConfig config) {
        this.media = media;
        this.pictures = pictures;
        this.videos = videos;
        this.config = config;
    }

    /**
     * Makes the bytes of a recipe.
     *
     * @param file where they go; must not exist
     * @param progress called now and then, so that the builder can show that it lives
     */
    void build(Recipe recipe, Path file, Progress progress) throws IOException, UnreadableMediaException {
        switch (recipe.kind()) {
            case COMPRESSED_PICTURES, ORIGINAL_PICTURES, POINT_CLOUDS -> archive(recipe, file, progress);
            case VIDEO_PICTURES -> videos.pictures(media.get(recipe.dataId()), recipe, file, progress);
            case VIDEO -> videos.video(media.get(recipe.dataId()), recipe, file, progress);
            case PREVIEW -> preview(recipe, file);
        }
        long size = Files.size(file);
        if (size > config.largest()) {
            throw new TooLargeException(size);
        }
    }

    private void archive(Recipe recipe, Path file, Progress progress) throws IOException, UnreadableMediaException {
        try (FrameArchive archive = new FrameArchive(file, config.largest())) {
            if (recipe.kind() == Recipe.Kind.COMPRESSED_PICTURES) {
                compressed(recipe, archive, progress);
                return;
            }
            Map<Integer, String> names = pictures.names(recipe.dataId(), recipe.positions());
            for (int position : recipe.positions()) {
                progress.made();
                if (position == Grid.PLACEHOLDER) {
                    archive.addPlaceholder();
                } else {
                    add(recipe, position, names, archive);
                }
            }
        }
    }

    /** All processors decode for one chunk, one picture each. */
    private void compressed(Recipe recipe, FrameArchive archive, Progress progress)
            throws IOException, UnreadableMediaException {
        long dataId = recipe.dataId();
        Map<Integer, String> names = pictures.names(dataId, recipe.positions());
        Ahead.Maker<Integer, Optional<byte[]>> maker = position -> position == Grid.PLACEHOLDER
                ? Optional.empty()
                : Optional.of(pictures.compressed(dataId, position, name(names, position), recipe.quality()));
        Ahead.each(recipe.positions(), pictures.atOnce(), maker, bytes -> {
            progress.made();
            if (bytes.isPresent()) {
                archive.add("jpeg", bytes.get());
            } else {
                archive.addPlaceholder();
            }
        });
    }

    private void add(Recipe recipe, int position, Map<Integer, String> names, FrameArchive archive)
            throws IOException, UnreadableMediaException {
        long dataId = recipe.dataId();
        if (recipe.kind() == Recipe.Kind.POINT_CLOUDS) {
            archive.add("pcd", pictures.cloud(dataId, position));
        } else {
            String name = name(names, position);
            archive.add(FileKinds.extension(name), pictures.original(dataId, position, name));
        }
    }

    private static String name(Map<Integer, String> names, int position) throws IOException {
        String name = names.get(position);
        if (name == null) {
            throw new SourceUnavailableException(404, "The media of the task are gone");
        }
        return name;
    }

    private void preview(Recipe recipe, Path file) throws IOException, UnreadableMediaException {
        long dataId = recipe.dataId();
        int position = recipe.positions().getFirst();
        var known = media.get(dataId);
        byte[] bytes =
                switch (known.kind()) {
                    case VIDEO -> videos.preview(known, position);
                    case IMAGES -> pictures.preview(dataId, position, pictures.name(dataId, position));
                    case POINT_CLOUDS -> throw new IOException("Point clouds have one preview for all");
                };
        Files.write(file, bytes);
    }
}
