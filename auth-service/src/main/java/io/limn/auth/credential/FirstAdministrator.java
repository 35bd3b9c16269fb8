package io.limn.auth.credential;

import io.limn.auth.audit.Audit;
import io.limn.auth.audit.AuditEntry;
import io.limn.auth.user.Identity;
import io.limn.auth.user.User;
import io.limn.auth.user.Users;
import io.limn.common.api.Timestamps;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.jboss.logging.Logger;

/** Makes the first administrator, so that a new server can be entered. */
@ApplicationScoped
class FirstAdministrator {
    private static final Logger LOG = Logger.getLogger(FirstAdministrator.class);
    private static final String LOCK = "SELECT 1 FROM pg_advisory_xact_lock(4111001)";

    private final EntityManager database;
    private final Users users;
    private final Passwords passwords;
    private final AdministratorConfig config;
    private final Audit audit;

    FirstAdministrator(
            EntityManager database, Users users, Passwords passwords, AdministratorConfig config, Audit audit) {
        this.database = database;
        this.users = users;
        this.passwords = passwords;
        this.config = config;
        this.audit = audit;
    }

    @Transactional
    void atStart(@Observes StartupEvent start) {
        if (!users.isEmpty()) {
            return;
        }
        var password = config.password().filter(text -> !text.isBlank());
        if (password.isEmpty()) {
            LOG.warn("There is no user yet, and LIMN_ADMIN_PASSWORD is not set: no administrator was made");
            return;
        }
        var hash = passwords.hash(password.get().strip());
        // Another replica may have been faster.
        database.createNativeQuery(LOCK).getSingleResult();
        if (users.isEmpty()) {
            var identity = new Identity(config.name(), config.email().orElse(""), "", "");
            var administrator = users.save(User.administrator(identity, hash, Timestamps.now()));
            audit.record(AuditEntry.of("user.created").user(administrator.id()).with("administrator", true));
            LOG.infof("The first administrator, %s, was made", config.name());
        }
    }
}
