package io.limn.data.cloudstorage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.common.api.ApiException;
import io.limn.data.database.Database;
import io.limn.data.secret.Sealed;
import io.limn.data.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps cloud storages; their credentials are encrypted on the way in. */
@ApplicationScoped
class StorageStore {
    /** What the credentials are encrypted for. */
    static final String PURPOSE = "cloud storage";

    private static final String INSERT = """
            INSERT INTO cloud_storage (provider_type, resource, display_name, credentials_type, secret, secret_key,
                specific_attributes, description, manifests, owner_id, organization_id, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id""";
    private static final String UPDATE = """
            UPDATE cloud_storage SET resource = ?, display_name = ?, credentials_type = ?, secret = ?, secret_key = ?,
                specific_attributes = ?, description = ?, manifests = ?, updated_at = ?, revision = revision + 1
            WHERE id = ? AND revision = ?""";

    private final Database database;
    private final Secrets secrets;
    private final ObjectMapper mapper;

    StorageStore(Database database, Secrets secrets, ObjectMapper mapper) {
        this.database = database;
        this.secrets = secrets;
        this.mapper = mapper;
    }

    Optional<Storage> find(long id) {
        return database.first("SELECT * FROM cloud_storage WHERE id = ?", this::read, id);
    }

    /** Whose a storage is. */
    Optional<StorageScope> scope(long id) {
        return database.first(
                "SELECT owner_id, organization_id FROM cloud_storage WHERE id = ?",
                row -> new StorageScope(Database.number(row, "owner_id"), Database.number(row, "organization_id")),
                id);
    }

    /** What other services are told of a storage. */
    InternalCloudStorageResource.Facts facts(long id) {
        return database.first(
                        "SELECT id, organization_id, provider_type, resource FROM cloud_storage WHERE id = ?",
                        row -> new InternalCloudStorageResource.Facts(
                                row.getLong("id"),
                                Database.number(row, "organization_id"),
                                row.getString("provider_type"),
                                row.getString("resource")),
                        id)
                .orElseThrow(() -> ApiException.notFound("CloudStorage"));
    }

    /** Keeps others from changing a storage until the end of the transaction; tells its revision. */
    Optional<Integer> lock(long id) {
        return database.first(
                "SELECT revision FROM cloud_storage WHERE id = ? FOR UPDATE", row -> row.getInt("revision"), id);
    }

    /** The revision of a storage; it changes whenever anything of it does. */
    Optional<Integer> revision(long id) {
        return database.first("SELECT revision FROM cloud_storage WHERE id = ?", row -> row.getInt("revision"), id);
    }

    /** Keeps a new storage; tells its id. */
    long insert(Storage storage) {
        var sealed = seal(storage);
        return database.list(
                        INSERT,
                        row -> row.getLong("id"),
                        storage.settings().provider().name(),
                        storage.settings().name(),
                        storage.displayName(),
                        storage.settings().credentials().type().name(),
                        sealed.map(Sealed::bytes).orElse(null),
                        sealed.map(Sealed::key).orElse(null),
                        storage.attributes(),
                        storage.description(),
                        storage.manifests().toArray(String[]::new),
                        storage.owner(),
                        storage.organization(),
                        storage.created(),
                        storage.updated())
                .getFirst();
    }

    /** Keeps a changed storage, unless another change came between; tells whether it was kept. */
    boolean update(Storage storage) {
        var sealed = seal(storage);
        return database.update(
                        UPDATE,
                        storage.settings().name(),
                        storage.displayName(),
                        storage.settings().credentials().type().name(),
                        sealed.map(Sealed::bytes).orElse(null),
                        sealed.map(Sealed::key).orElse(null),
                        storage.attributes(),
                        storage.description(),
                        storage.manifests().toArray(String[]::new),
                        storage.updated(),
                        storage.id(),
                        storage.revision())
                == 1;
    }

    /** Removes a storage; what is made of its objects is no longer connected to any. */
    void delete(long id) {
        database.update("DELETE FROM cloud_storage WHERE id = ?", id);
    }

    private Optional<Sealed> seal(Storage storage) {
        var members = storage.settings().credentials().members();
        if (members.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(secrets.seal(PURPOSE, mapper.writeValueAsString(members)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Credentials cannot be written");
        }
    }

    private Storage read(ResultSet row) throws SQLException {
        var type = CredentialsType.valueOf(row.getString("credentials_type"));
        var attributes = row.getString("specific_attributes");
        return new Storage(
                row.getLong("id"),
                new BucketSettings(
                        Provider.valueOf(row.getString("provider_type")),
                        row.getString("resource"),
                        new Credentials(type, open(row.getString("secret_key"), row.getBytes("secret"))),
                        Attributes.parse(attributes)),
                attributes,
                row.getString("display_name"),
                row.getString("description"),
                List.of((String[]) row.getArray("manifests").getArray()),
                Database.number(row, "owner_id"),
                Database.number(row, "organization_id"),
                Database.time(row, "created_at"),
                Database.time(row, "updated_at"),
                row.getInt("revision"));
    }

    private Map<String, String> open(String key, byte[] bytes) {
        if (bytes == null) {
            return Map.of();
        }
        try {
            return mapper.readValue(secrets.open(PURPOSE, new Sealed(key, bytes)), new TypeReference<>() {});
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("Credentials cannot be read");
        }
    }
}
