package io.limn.common.event;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens connections of their own to the database of the service. */
@ApplicationScoped
@IfBuildProperty(name = "limn.events.enabled", stringValue = "true", enableIfMissing = true)
public class DatabaseSessions {
    private static final int ANSWER_SECONDS = 30;

    private final String url;
    private final Optional<String> user;
    private final Optional<String> password;

    DatabaseSessions(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> user,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /**
     * Opens one.
     *
     * @param purpose shown by PostgreSQL as the name of the application
     */
    public DatabaseSession open(String purpose) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        user.ifPresent(source::setUser);
        password.ifPresent(source::setPassword);
        source.setApplicationName(purpose);
        source.setTcpKeepAlive(true);
        source.setConnectTimeout(ANSWER_SECONDS);
        source.setSocketTimeout(ANSWER_SECONDS);
        return new DatabaseSession(source.getConnection());
    }
}
