package io.limn.task.annotation;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Writes stored annotations, as they are at one moment, one after the other. */
@ApplicationScoped
class AnnotationStream {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST_SECONDS = 600;

    private final DataSource database;

    AnnotationStream(DataSource database) {
        this.database = database;
    }

    /** Where annotations come from, one kind after the other. */
    @FunctionalInterface
    interface Source {
        /** Hands over all annotations of a kind. */
        void each(Kind kind, AnnotationRows.Sink sink) throws SQLException, IOException;
    }

    /** Opens a source within the transaction that reads. */
    @FunctionalInterface
    interface Opening {
        /** The source that reads through a connection. */
        Source open(Connection connection) throws SQLException;
    }

    /**
     * Writes all of a source.
     *
     * @return how many annotations
     */
    long write(LabelRules rules, Opening opening, OutputStream out) {
        return QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> {
            try (var connection = database.getConnection();
                    var json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
                json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
                try (var snapshot = connection.createStatement()) {
                    snapshot.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
                }
                var source = opening.open(connection);
                var writer = new StoredAnnotationWriter(json, rules);
                json.writeStartObject();
                json.writeNumberField("version", 0);
                list(json, "tags", Kind.TAG, source, writer);
                list(json, "shapes", Kind.SHAPE, source, writer);
                list(json, "tracks", Kind.TRACK, source, writer);
                json.writeEndObject();
                return writer.count();
            } catch (SQLException fault) {
                throw new IllegalStateException("Annotations could not be read", fault);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
    }

    private static void list(JsonGenerator json, String name, Kind kind, Source source, StoredAnnotationWriter writer)
            throws SQLException, IOException {
        json.writeArrayFieldStart(name);
        source.each(kind, writer::write);
        json.writeEndArray();
    }
}
