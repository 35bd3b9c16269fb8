package io.limn.data.blob;

import io.limn.data.database.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Which blobs may have to be removed. Before a blob is stored, its key (or the folder of keys, which ends with a slash)
 * is noted here; the transaction that uses the blob takes the note back. What is still noted a day later belongs to
 * nobody and is swept, and so is at once what {@link #discard} names.
 */
@ApplicationScoped
public class BlobIntents {
    private final Database database;

    BlobIntents(Database database) {
        this.database = database;
    }

    /** Notes that blobs are about to be stored; outlives a rollback of the transaction at hand. */
    public void open(String keyOrFolder) {
        QuarkusTransaction.requiringNew().run(() -> database.update("""
                        INSERT INTO blob_intent (blob_key, due_at) VALUES (?, now() + interval '24 hours')
                        ON CONFLICT (blob_key) DO NOTHING""", keyOrFolder));
    }

    /** Says, in the transaction that uses them, that the blobs are to stay. */
    public void confirm(String keyOrFolder) {
        database.update("DELETE FROM blob_intent WHERE blob_key = ?", keyOrFolder);
    }

    /** Says, in the transaction that lets go of them, that the blobs are to be removed. */
    public void discard(String keyOrFolder) {
        database.update("""
                INSERT INTO blob_intent (blob_key, due_at) VALUES (?, now())
                ON CONFLICT (blob_key) DO UPDATE SET due_at = now()""", keyOrFolder);
    }

    /** Takes some of what is due, in the transaction at hand, so that no other replica does. */
    List<String> takeDue(int most) {
        return database.list("""
                SELECT blob_key FROM blob_intent WHERE due_at <= now()
                ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED""", row -> row.getString(1), most);
    }
}
