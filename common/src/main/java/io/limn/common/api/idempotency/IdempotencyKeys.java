package io.limn.common.api.idempotency;

import io.limn.common.api.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The answers to requests under a key, each a row that is written in the transaction of what it did. While a request
 * runs, a lock that ends with its transaction stands for the row.
 */
@ApplicationScoped
class IdempotencyKeys {
    private static final String WHICH = "user_id = ? AND method = ? AND path = ? AND idempotency_key = ?";
    private static final String FIND = "SELECT digest, status, location, body FROM idempotency_key WHERE " + WHICH
            + " AND created_at > now() - interval '24 hours'";
    private static final String STORE = """
            INSERT INTO idempotency_key (user_id, method, path, idempotency_key, digest, status, location, body)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (user_id, method, path, idempotency_key) DO UPDATE SET digest = excluded.digest,
                status = excluded.status, location = excluded.location, body = excluded.body, created_at = now()""";

    /** Each new row makes room for itself; nothing else has to clean up. */
    private static final String PRUNE = """
            DELETE FROM idempotency_key WHERE ctid IN (
                SELECT ctid FROM idempotency_key WHERE created_at < now() - interval '24 hours'
                LIMIT 20 FOR UPDATE SKIP LOCKED)""";

    private final DataSource database;

    IdempotencyKeys(DataSource database) {
        this.database = database;
    }

    /**
     * Begins a request, in the transaction at hand.
     *
     * @return the answer that it got before, if it was done already
     * @throws ApiException 409 while it is being done, 422 when the key was used for another body
     */
    Optional<StoredAnswer> begin(KeyedRequest request) {
        try (var connection = database.getConnection()) {
            if (!lock(connection, request)) {
                throw ApiException.detail(409, "A request with this Idempotency-Key is being processed.");
            }
            return find(connection, request);
        } catch (SQLException fault) {
            throw new IllegalStateException("A key could not be looked for", fault);
        }
    }

    private static boolean lock(Connection connection, KeyedRequest request) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT pg_try_advisory_xact_lock(?)")) {
            statement.setLong(1, request.lock());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static Optional<StoredAnswer> find(Connection connection, KeyedRequest request) throws SQLException {
        try (var statement = connection.prepareStatement(FIND)) {
            name(statement, request);
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                if (!MessageDigest.isEqual(row.getBytes(1), request.digest())) {
                    throw ApiException.detail(422, "This Idempotency-Key was used for another request.");
                }
                return Optional.of(new StoredAnswer(row.getInt(2), row.getString(3), row.getBytes(4)));
            }
        }
    }

    /** Ends a request, in the transaction that did it. */
    void store(KeyedRequest request, StoredAnswer answer) {
        try (var connection = database.getConnection();
                var prune = connection.prepareStatement(PRUNE);
                var store = connection.prepareStatement(STORE)) {
            prune.executeUpdate();
            name(store, request);
            store.setBytes(5, request.digest());
            store.setInt(6, answer.status());
            store.setString(7, answer.location());
            store.setBytes(8, answer.body());
            store.executeUpdate();
        } catch (SQLException fault) {
            throw new IllegalStateException("A key could not be stored", fault);
        }
    }

    private static void name(PreparedStatement statement, KeyedRequest request) throws SQLException {
        statement.setLong(1, request.user());
        statement.setString(2, request.method());
        statement.setString(3, request.path());
        statement.setString(4, request.key());
    }
}
