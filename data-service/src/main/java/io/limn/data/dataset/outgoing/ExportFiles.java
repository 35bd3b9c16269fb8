package io.limn.data.dataset.outgoing;

import io.limn.data.blob.BlobIntents;
import io.limn.data.database.Database;
import io.limn.data.upload.StoredPart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The files that exports have written. Exports of the same content share one; it stays for some time after it was last
 * asked for.
 */
@ApplicationScoped
public class ExportFiles {
    private final Database database;
    private final BlobIntents intents;
    private final Duration keep;

    ExportFiles(
            Database database,
            BlobIntents intents,
            @ConfigProperty(name = "limn.dataset.keep-exports", defaultValue = "24h") Duration keep) {
        this.database = database;
        this.intents = intents;
        this.keep = keep;
    }

    /**
     * A file.
     *
     * @param id     its number
     * @param length bytes
     * @param parts  where they are
     */
    public record File(long id, long length, List<StoredPart> parts) {}

    /**
     * A file as one request has it.
     *
     * @param name the name it is to have where it is stored
     */
    public record Named(File file, String name) {}

    /** A file of some content, kept for longer from now on. */
    @Transactional
    public Optional<File> reuse(String content) {
        return database.first("""
                UPDATE export_file SET expires_at = greatest(expires_at, now() + ? * interval '1 second')
                WHERE content = ? AND expires_at > now() RETURNING id, blob_keys, part_lengths""", ExportFiles::read, keep.toSeconds(), content);
    }

    /** Adds a file, in the transaction at hand; its blobs stay from now on. */
    public File add(String content, String folder, List<StoredPart> parts) {
        intents.confirm(folder);
        drop(database.list(
                "DELETE FROM export_file WHERE content = ? RETURNING folder", row -> row.getString(1), content));
        return database.first(
                        """
                        INSERT INTO export_file (content, folder, blob_keys, part_lengths, expires_at)
                        VALUES (?, ?, ?, ?, now() + ? * interval '1 second') RETURNING id, blob_keys, part_lengths""",
                        ExportFiles::read,
                        content,
                        folder,
                        parts.stream().map(StoredPart::key).toArray(String[]::new),
                        parts.stream().map(StoredPart::length).toArray(Long[]::new),
                        keep.toSeconds())
                .orElseThrow();
    }

    /** Gives a request its file, in the transaction at hand. */
    public void assign(long request, File file, String name) {
        database.update("""
                INSERT INTO export_result (request_id, file_id, name) VALUES (?, ?, ?)
                ON CONFLICT (request_id) DO UPDATE SET file_id = excluded.file_id, name = excluded.name""", request, file.id(), name);
    }

    /** The file of a request. */
    public Optional<Named> of(long request) {
        return database.first("""
                SELECT f.id, f.blob_keys, f.part_lengths, r.name FROM export_result r
                JOIN export_file f ON f.id = r.file_id WHERE r.request_id = ? AND f.expires_at > now()""", row -> new Named(read(row), row.getString("name")), request);
    }

    /** Removes files whose time is over. */
    @Transactional
    void expire() {
        drop(database.list(
                "DELETE FROM export_file WHERE expires_at < now() - interval '10 minutes' RETURNING folder",
                row -> row.getString(1)));
    }

    private void drop(List<String> folders) {
        folders.forEach(intents::discard);
    }

    private static File read(ResultSet row) throws SQLException {
        var keys = (String[]) row.getArray("blob_keys").getArray();
        var lengths = (Long[]) row.getArray("part_lengths").getArray();
        var parts = new ArrayList<StoredPart>(keys.length);
        long start = 0;
        for (int i = 0; i < keys.length; i++) {
            parts.add(new StoredPart(start, lengths[i], keys[i]));
            start += lengths[i];
        }
        return new File(row.getLong("id"), start, parts);
    }
}
