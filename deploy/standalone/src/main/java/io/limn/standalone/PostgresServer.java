package io.limn.standalone;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A real PostgreSQL server in a folder, with one database per service that all belong to one role without further rights. The
 * embedded library's own defaults are made for throw-away data; here every setting that keeps data safe is on.
 */
final class PostgresServer implements AutoCloseable {
    private static final String OWNER = "limn";
    private static final Duration LONGEST_STOP = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final String password;
    private final Optional<ProcessHandle> process;

    private PostgresServer(EmbeddedPostgres server, String password, Optional<ProcessHandle> process) {
        this.server = server;
        this.password = password;
        this.process = process;
    }

    static PostgresServer start(Folder folder, Keys keys, int port) {
        Path data = folder.postgres().resolve("data");
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(folder.log("postgres").toFile());
        try {
            Files.createDirectories(folder.postgres());
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(
                            folder.postgres().resolve("program").toFile())
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    // Words after the library's own "-A trust" count: local connections need the password as well.
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("pwfile", keys.databasePasswordFile().toString())
                    // The same order and case rules on every machine, whatever its language settings are.
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setConnectConfig("password", keys.databasePassword())
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("shared_buffers", "128MB")
                    .setErrorRedirector(log)
                    .setOutputRedirector(log)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
            PostgresServer started = new PostgresServer(
                    server, keys.databasePassword(), pid(data).flatMap(ProcessHandle::of));
            started.createDatabases();
            return started;
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new StartFailure(sentence(folder, e), e);
        }
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    String user() {
        return OWNER;
    }

    String password() {
        return password;
    }

    /** Pid of the server in a data folder of PostgreSQL, running or left over. */
    static Optional<Long> pid(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.parseLong(lines.getFirst().strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            // The library gives up waiting after five seconds; a large checkpoint takes longer.
            process.ifPresent(postmaster -> Orphans.ends(postmaster, LONGEST_STOP));
        } catch (IOException e) {
            throw new StartFailure("PostgreSQL did not stop: " + e.getMessage() + ".", e);
        }
    }

    private void createDatabases() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", OWNER)) {
                statement.execute("CREATE ROLE " + OWNER + " LOGIN");
            }
            // The password holds letters, digits, minus and underscore only.
            statement.execute("ALTER ROLE " + OWNER + " PASSWORD '" + password + "'");
            for (Service service : Service.values()) {
                if (service.database().isPresent()) {
                    String database = service.database().get();
                    if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
                        statement.execute("CREATE DATABASE " + database + " OWNER " + OWNER);
                    }
                }
            }
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    private static String sentence(Folder folder, Exception e) {
        String log = folder.log("postgres").toString();
        if (folder.isFull()) {
            return "PostgreSQL cannot start because the disk that holds " + folder.root() + " is full.";
        }
        if (mentions(folder.log("postgres"), "unshare")) {
            return "PostgreSQL does not run as root and this machine forbids user namespaces; start Limn as an ordinary"
                    + " user (see " + log + ").";
        }
        return "PostgreSQL did not start (" + String.valueOf(e.getMessage()).replace("\n", " ") + "); see " + log + ".";
    }

    private static boolean mentions(Path log, String word) {
        try {
            return Files.readString(log).contains(word + ":");
        } catch (IOException e) {
            return false;
        }
    }
}
