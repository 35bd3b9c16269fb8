package io.limn.data.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.common.blob.BlobNotFoundException;
import io.limn.data.database.Database;
import io.limn.data.media.SeekableSource;
import io.limn.data.media.SourceIndex;
import io.limn.data.media.VideoIndex;
import io.limn.data.upload.StoredPart;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The source index as {@link MediaStore} has written it. */
@ApplicationScoped
public class StoredSourceIndex implements SourceIndex {
    private static final String PICTURES = """
            SELECT f.position, f.name, f.width, f.height,
                ARRAY(SELECT r.name FROM related_file r
                    WHERE r.data_id = f.data_id AND r.position = f.position ORDER BY r.number) AS related
            FROM source_frame f WHERE f.data_id = ? AND f.position = ANY(?)""";

    private final Database database;
    private final Sources sources;
    private final ObjectMapper mapper;

    StoredSourceIndex(Database database, Sources sources, ObjectMapper mapper) {
        this.database = database;
        this.sources = sources;
        this.mapper = mapper;
    }

    @Override
    public Optional<Media> find(long dataId) {
        return database.first(
                "SELECT kind, source_count, video_name, video_index FROM media WHERE data_id = ?",
                row -> new Media(
                        dataId,
                        Kind.valueOf(row.getString("kind")),
                        row.getInt("source_count"),
                        row.getString("video_name"),
                        video(row.getString("video_index"))),
                dataId);
    }

    private VideoIndex video(String json) {
        try {
            return json == null ? null : mapper.readValue(json, VideoIndex.class);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("The index of a video cannot be read", corrupt);
        }
    }

    @Override
    public Map<Integer, Picture> pictures(long dataId, Collection<Integer> positions) {
        var found = new HashMap<Integer, Picture>();
        var wanted = positions.stream().map(Integer::longValue).toArray(Long[]::new);
        database.list(
                        PICTURES,
                        row -> new Picture(
                                row.getInt("position"),
                                row.getString("name"),
                                row.getInt("width"),
                                row.getInt("height"),
                                List.of((String[]) row.getArray("related").getArray())),
                        dataId,
                        wanted)
                .forEach(picture -> found.put(picture.position(), picture));
        return found;
    }

    @Override
    public SeekableSource openPicture(long dataId, int position) throws IOException {
        return open(
                "SELECT f.blob_keys, f.part_lengths, m.cloud_storage_id FROM source_frame f JOIN media m USING (data_id)"
                        + " WHERE f.data_id = ? AND f.position = ?",
                dataId,
                position);
    }

    @Override
    public SeekableSource openRelated(long dataId, int position, int number) throws IOException {
        return open(
                "SELECT f.blob_keys, f.part_lengths, m.cloud_storage_id FROM related_file f JOIN media m USING (data_id)"
                        + " WHERE f.data_id = ? AND f.position = ? AND f.number = ?",
                dataId,
                position,
                number);
    }

    @Override
    public SeekableSource openVideo(long dataId) throws IOException {
        return open(
                "SELECT blob_keys, part_lengths, cloud_storage_id FROM media WHERE data_id = ? AND blob_keys IS NOT NULL",
                dataId);
    }

    private SeekableSource open(String query, Object... place) throws IOException {
        var stored = database.first(query, Stored::read, place)
                .orElseThrow(() -> new BlobNotFoundException("of the source " + List.of(place)));
        return sources.open(stored.parts(), stored.cloudStorage());
    }

    /** Where a file is. */
    private record Stored(List<StoredPart> parts, Long cloudStorage) {
        static Stored read(ResultSet row) throws SQLException {
            return new Stored(StoredSourceIndex.parts(row), Database.number(row, "cloud_storage_id"));
        }
    }

    private static List<StoredPart> parts(ResultSet row) throws SQLException {
        var keys = (String[]) row.getArray("blob_keys").getArray();
        var lengths = (Long[]) row.getArray("part_lengths").getArray();
        var parts = new ArrayList<StoredPart>(keys.length);
        long start = 0;
        for (int i = 0; i < keys.length; i++) {
            parts.add(new StoredPart(start, lengths[i], keys[i]));
            start += lengths[i];
        }
        return parts;
    }

    /** The names of a task's frames, by position. */
    List<String> names(long dataId) {
        return database.list(
                "SELECT name FROM source_frame WHERE data_id = ? ORDER BY position", row -> row.getString(1), dataId);
    }
}
