package io.limn.data.upload;

import io.limn.data.blob.BlobIntents;
import io.limn.data.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The uploads of all collections and their parts. */
@ApplicationScoped
public class Uploads {
    private static final String COLUMNS = "id, collection, file_id, name, length, received, complete";
    private static final Database.RowReader<Upload> READER = row -> new Upload(
            row.getLong("id"),
            row.getString("collection"),
            row.getString("file_id"),
            row.getString("name"),
            row.getLong("length"),
            row.getLong("received"),
            row.getBoolean("complete"));

    private final Database database;
    private final BlobIntents intents;

    Uploads(Database database, BlobIntents intents) {
        this.database = database;
        this.intents = intents;
    }

    /** Folder of the blobs of a collection. */
    public static String folder(String collection) {
        return "uploads/" + collection.replace('/', '-') + "/";
    }

    /** Announces a resumable upload. */
    void announce(String collection, String fileId, String name, long length, long user) {
        database.update(
                "INSERT INTO upload (collection, file_id, name, length, user_id) VALUES (?, ?, ?, ?, ?)",
                collection,
                fileId,
                name,
                length,
                user);
    }

    /** An unfinished resumable upload. */
    Optional<Upload> unfinished(String collection, String fileId) {
        return database.first(
                "SELECT " + COLUMNS + " FROM upload WHERE collection = ? AND file_id = ? AND NOT complete",
                READER,
                collection,
                fileId);
    }

    /** A resumable upload that is complete. */
    public Optional<Upload> finished(String collection, String fileId) {
        return database.first(
                "SELECT " + COLUMNS + " FROM upload WHERE collection = ? AND file_id = ? AND complete",
                READER,
                collection,
                fileId);
    }

    /** Removes one file with its blobs, in the transaction at hand. */
    public void remove(long upload) {
        parts(upload).forEach(part -> intents.discard(part.key()));
        database.update("DELETE FROM upload WHERE id = ?", upload);
    }

    /** Whether a complete file of a name is there. */
    boolean has(String collection, String name) {
        return database.first(
                        "SELECT 1 FROM upload WHERE collection = ? AND name = ? AND complete",
                        row -> true,
                        collection,
                        name)
                .isPresent();
    }

    /** All complete files of a collection in upload order. */
    public List<Upload> complete(String collection) {
        return database.list(
                "SELECT " + COLUMNS + " FROM upload WHERE collection = ? AND complete ORDER BY id", READER, collection);
    }

    /** The parts of a file in order. */
    public List<StoredPart> parts(long upload) {
        return database.list(
                "SELECT start, length, blob_key FROM upload_part WHERE upload_id = ? ORDER BY start",
                row -> new StoredPart(row.getLong(1), row.getLong(2), row.getString(3)),
                upload);
    }

    /**
     * Makes a writer the only one of an upload, whoever wrote before: a client that resumes is right, the connection it
     * lost may not have noticed.
     *
     * @return false when the upload is not at this offset
     */
    boolean takeOver(long upload, long offset, UUID writer) {
        return database.update(
                        "UPDATE upload SET writer = ?, touched_at = now() WHERE id = ? AND received = ? AND NOT complete",
                        writer,
                        upload,
                        offset)
                > 0;
    }

    /**
     * Adds a part that is stored; the last one completes the file, under another name when its own has been taken.
     *
     * @return false when another writer has taken over
     */
    @Transactional
    boolean append(Upload upload, UUID writer, StoredPart part) {
        int advanced = database.update(
                "UPDATE upload SET received = received + ?, touched_at = now() WHERE id = ? AND writer = ? AND received = ?",
                part.length(),
                upload.id(),
                writer,
                part.start());
        if (advanced == 0) {
            return false;
        }
        insert(upload.id(), part);
        intents.confirm(part.key());
        if (part.start() + part.length() == upload.length()) {
            lock(upload.collection());
            database.update(
                    "UPDATE upload SET complete = TRUE, name = ? WHERE id = ?",
                    freeName(upload.collection(), upload.name()),
                    upload.id());
        }
        return true;
    }

    private String freeName(String collection, String name) {
        int dot = name.lastIndexOf('.');
        int end = dot > name.lastIndexOf('/') + 1 ? dot : name.length();
        var free = name;
        for (int number = 1; has(collection, free); number++) {
            free = name.substring(0, end) + "_" + number + name.substring(end);
        }
        return free;
    }

    /**
     * Adds the files of a form.
     *
     * @param folder where their blobs are
     * @return the name of the first that is there already, then nothing was added
     */
    @Transactional
    Optional<String> addAll(String collection, List<ReceivedFile> files, String folder, long user) {
        lock(collection);
        var names = new java.util.HashSet<String>();
        for (var file : files) {
            if (!names.add(file.name()) || has(collection, file.name())) {
                return Optional.of(file.name());
            }
        }
        for (var file : files) {
            long id = database.first(
                            """
                            INSERT INTO upload (collection, name, length, received, complete, user_id)
                            VALUES (?, ?, ?, ?, TRUE, ?) RETURNING id""", row -> row.getLong(1), collection, file.name(), file.length(), file.length(), user)
                    .orElseThrow();
            file.parts().forEach(part -> insert(id, part));
        }
        intents.confirm(folder);
        return Optional.empty();
    }

    private void insert(long upload, StoredPart part) {
        database.update(
                "INSERT INTO upload_part (upload_id, start, length, blob_key) VALUES (?, ?, ?, ?)",
                upload,
                part.start(),
                part.length(),
                part.key());
    }

    /** Names of a collection are settled by one transaction at a time. */
    private void lock(String collection) {
        database.first("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", row -> true, "upload " + collection);
    }

    /** The blobs of all files of a collection, unfinished ones included. */
    public List<String> blobs(String collection) {
        return database.list(
                "SELECT p.blob_key FROM upload_part p JOIN upload u ON u.id = p.upload_id WHERE u.collection = ?",
                row -> row.getString(1),
                collection);
    }

    /** Forgets the files of a collection, in the transaction at hand; their blobs are left to the caller. */
    public void forget(String collection) {
        database.update("DELETE FROM upload WHERE collection = ?", collection);
    }

    /** Removes resumable uploads that nobody has written to for some days, with their blobs. */
    @Transactional
    void removeStale(long days) {
        var stale = database.list("""
                DELETE FROM upload WHERE id IN (SELECT id FROM upload
                    WHERE NOT complete AND touched_at < now() - ? * interval '1 day' FOR UPDATE SKIP LOCKED)
                RETURNING collection, file_id""", row -> resumableFolder(row.getString(1), row.getString(2)), days);
        stale.forEach(intents::discard);
    }

    static String resumableFolder(String collection, String fileId) {
        return folder(collection) + fileId + "/";
    }
}
