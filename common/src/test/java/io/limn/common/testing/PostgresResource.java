package io.limn.common.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A new, empty database for the application under test, on a real PostgreSQL that is started once per JVM. The argument
 * {@code database} begins the name of the database.
 */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private String database = "limn";

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", database);
    }

    @Override
    public Map<String, String> start() {
        var port = JvmWide.once("postgres.port", () -> Integer.toString(startServer()));
        var name = "%s_%d_%d".formatted(database, COUNT.incrementAndGet(), System.nanoTime());
        create(port, name);
        return Map.of(
                "quarkus.datasource.jdbc.url", url(port, name),
                "quarkus.datasource.username", "postgres",
                "quarkus.datasource.password", "postgres");
    }

    /** Nothing: the next application under test gets another database, and the server ends with the JVM. */
    @Override
    public void stop() {}

    private static int startServer() {
        try {
            // The library ends the server with the JVM.
            return EmbeddedPostgres.builder()
                    .setPort(Ports.free())
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("shared_buffers", "64MB")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start()
                    .getPort();
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL did not start", failure);
        }
    }

    private static void create(String port, String name) {
        var source = new org.postgresql.ds.PGSimpleDataSource();
        source.setUrl(url(port, "postgres"));
        source.setUser("postgres");
        source.setPassword("postgres");
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE \"" + name + "\"");
        } catch (SQLException failure) {
            throw new IllegalStateException("The database " + name + " could not be made", failure);
        }
    }

    private static String url(String port, String name) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }
}
