package io.limn.data.cloudstorage;

import io.limn.data.database.Database;
import io.limn.data.secret.Sealed;
import io.limn.data.secret.Secrets;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** At a start, encrypts anew under the first key what another key has encrypted: that one can then be taken away. */
@ApplicationScoped
class SecretRotation {
    private static final Logger LOG = Logger.getLogger(SecretRotation.class);

    private record Old(long id, Sealed sealed) {}

    private final Database database;
    private final Secrets secrets;

    SecretRotation(Database database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    void start(@Observes StartupEvent start) {
        if (secrets.currentKey() == null) {
            LOG.warn("limn.secrets.keys is not set: credentials of cloud storages cannot be kept");
            return;
        }
        Thread.ofVirtual().name("secret-rotation").start(this::rotate);
    }

    void rotate() {
        var old = database.list(
                "SELECT id, secret_key, secret FROM cloud_storage WHERE secret_key <> ?",
                row -> new Old(row.getLong("id"), new Sealed(row.getString("secret_key"), row.getBytes("secret"))),
                secrets.currentKey());
        int done = 0;
        for (var row : old) {
            try {
                done += rotate(row);
            } catch (IllegalStateException unreadable) {
                LOG.errorf("Credentials of cloud storage %d: %s", row.id(), unreadable.getMessage());
            }
        }
        if (!old.isEmpty()) {
            LOG.infof("Credentials of %d of %d cloud storages are encrypted under the first key now", done, old.size());
        }
    }

    private int rotate(Old row) {
        var sealed = secrets.seal(StorageStore.PURPOSE, secrets.open(StorageStore.PURPOSE, row.sealed()));
        return database.update(
                "UPDATE cloud_storage SET secret = ?, secret_key = ? WHERE id = ? AND secret = ?",
                sealed.bytes(),
                sealed.key(),
                row.id(),
                row.sealed().bytes());
    }
}
