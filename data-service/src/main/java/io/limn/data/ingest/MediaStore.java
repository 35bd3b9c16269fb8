package io.limn.data.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.data.blob.BlobIntents;
import io.limn.data.database.Database;
import io.limn.data.upload.TaskData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;

/** Writes and drops the source index. All of it happens in the transaction at hand. */
@ApplicationScoped
public class MediaStore {
    private static final String MEDIA = """
            INSERT INTO media (data_id, task_id, request_id, blob_folder, kind, source_count, video_name, video_index,
                blob_keys, part_lengths, cloud_storage_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, (SELECT id FROM cloud_storage WHERE id = ?))""";
    private static final String FRAME = """
            INSERT INTO source_frame (data_id, position, name, width, height, blob_keys, part_lengths)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";
    private static final String RELATED = """
            INSERT INTO related_file (data_id, position, number, name, blob_keys, part_lengths)
            VALUES (?, ?, ?, ?, ?, ?)""";
    private static final String ADOPTED = """
            SELECT unnest(blob_keys) FROM media WHERE data_id = ?
            UNION SELECT unnest(blob_keys) FROM source_frame WHERE data_id = ?
            UNION SELECT unnest(blob_keys) FROM related_file WHERE data_id = ?""";

    private final Database database;
    private final BlobIntents intents;
    private final ObjectMapper mapper;

    MediaStore(Database database, BlobIntents intents, ObjectMapper mapper) {
        this.database = database;
        this.intents = intents;
        this.mapper = mapper;
    }

    /** Writes the index of media, in place of what an earlier attempt left. */
    void save(TaskData.Order order, Media media) {
        long data = order.task().dataId();
        drop(data);
        var video = media.video();
        database.update(
                MEDIA,
                data,
                order.task().taskId(),
                order.number(),
                media.folder(),
                media.kind().name(),
                media.count(),
                video == null ? null : video.name(),
                json(media.index()),
                video == null ? null : video.keys(),
                video == null ? null : video.lengths(),
                order.request().cloudStorageId());
        var frames = new ArrayList<Object[]>();
        var related = new ArrayList<Object[]>();
        for (int position = 0; position < media.frames().size(); position++) {
            var frame = media.frames().get(position);
            var file = frame.file();
            frames.add(new Object[] {
                data, position, file.name(), frame.width(), frame.height(), file.keys(), file.lengths()
            });
            for (int number = 0; number < frame.related().size(); number++) {
                var context = frame.related().get(number);
                related.add(new Object[] {data, position, number, context.name(), context.keys(), context.lengths()});
            }
        }
        database.updateAll(FRAME, frames);
        database.updateAll(RELATED, related);
        intents.confirm(media.folder());
    }

    private String json(Object value) {
        try {
            return value == null ? null : mapper.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Drops the index of a data record and the blobs that were made for it; blobs of uploads stay. */
    void drop(long data) {
        database.list("DELETE FROM media WHERE data_id = ? RETURNING blob_folder", row -> row.getString(1), data)
                .forEach(intents::discard);
    }

    /** The blobs that the index refers to. */
    Set<String> adopted(long data) {
        var keys = new HashSet<>(database.list(ADOPTED, row -> row.getString(1), data, data, data));
        keys.removeIf(key -> !Sources.isBlob(key));
        return keys;
    }
}
