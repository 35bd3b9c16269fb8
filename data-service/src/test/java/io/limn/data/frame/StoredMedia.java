package io.limn.data.frame;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.common.blob.BlobStore;
import io.limn.data.database.Database;
import io.limn.data.media.BytesSource;
import io.limn.data.media.MediaProbe;
import io.limn.data.media.VideoIndex;
import io.limn.data.media.image.ImageHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Stores media as ingestion does, without an upload. */
@ApplicationScoped
class StoredMedia {
    private static final AtomicLong IDS = new AtomicLong(1000);

    private final BlobStore store;
    private final Database database;
    private final MediaProbe probe;
    private final ObjectMapper mapper;

    StoredMedia(BlobStore store, Database database, MediaProbe probe, ObjectMapper mapper) {
        this.store = store;
        this.database = database;
        this.probe = probe;
        this.mapper = mapper;
    }

    /** A file with its name. */
    record File(String name, byte[] bytes) {}

    /** Stores pictures; answers the id of the data. */
    long pictures(List<File> files) throws Exception {
        long data = IDS.incrementAndGet();
        insert(data, "IMAGES", files.size(), null, null, null, null);
        for (int position = 0; position < files.size(); position++) {
            File file = files.get(position);
            var facts =
                    ImageHeaders.read(new BytesSource(file.bytes), file.name).orElseThrow();
            database.update(
                    """
                    INSERT INTO source_frame (data_id, position, name, width, height, blob_keys, part_lengths)
                    VALUES (?, ?, ?, ?, ?, ?, ?)""",
                    data,
                    position,
                    file.name,
                    facts.width(),
                    facts.height(),
                    new String[] {put(data, "frame-" + position, file.bytes)},
                    new Long[] {(long) file.bytes.length});
        }
        return data;
    }

    /** Adds context images to a picture. */
    void related(long data, int position, List<File> files) throws Exception {
        for (int number = 0; number < files.size(); number++) {
            File file = files.get(number);
            database.update(
                    """
                    INSERT INTO related_file (data_id, position, number, name, blob_keys, part_lengths)
                    VALUES (?, ?, ?, ?, ?, ?)""",
                    data,
                    position,
                    number,
                    file.name,
                    new String[] {put(data, "related-" + position + "-" + number, file.bytes)},
                    new Long[] {(long) file.bytes.length});
        }
    }

    /** Stores a video; answers the id of the data. */
    long video(String name, byte[] bytes) throws Exception {
        long data = IDS.incrementAndGet();
        VideoIndex index = probe.video(new BytesSource(bytes), name);
        insert(
                data,
                "VIDEO",
                index.frameCount(),
                name,
                mapper.writeValueAsString(index),
                new String[] {put(data, "video", bytes)},
                new Long[] {(long) bytes.length});
        return data;
    }

    private void insert(long data, String kind, int count, String name, String index, String[] keys, Long[] lengths) {
        database.update("""
                INSERT INTO media (data_id, task_id, request_id, blob_folder, kind, source_count, video_name,
                    video_index, blob_keys, part_lengths) VALUES (?, ?, 0, ?, ?, ?, ?, ?::jsonb, ?, ?)""", data, data, "media/" + data + "/", kind, count, name, index, keys, lengths);
    }

    private String put(long data, String name, byte[] bytes) throws Exception {
        String key = "media/" + data + "/" + name;
        store.put(key, new ByteArrayInputStream(bytes), bytes.length);
        return key;
    }
}
