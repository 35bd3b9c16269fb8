package io.limn.auth.credential;

import io.limn.auth.audit.Audit;
import io.limn.auth.audit.AuditEntry;
import io.limn.auth.user.User;
import io.limn.auth.user.Users;
import io.limn.common.api.ApiException;
import io.limn.common.api.Timestamps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Makes users out of people who register. A user whom an invitation made for the same address is taken over. */
@ApplicationScoped
class Registration {
    /** Serializes what makes users, so that no two get names that differ by case alone. */
    static final String LOCK = "SELECT 1 FROM pg_advisory_xact_lock(4111001)";

    private final EntityManager database;
    private final Users users;
    private final Audit audit;

    Registration(EntityManager database, Users users, Audit audit) {
        this.database = database;
        this.users = users;
        this.audit = audit;
    }

    /**
     * Stores a new user.
     *
     * @param hash of the password
     * @throws ApiException 400 when somebody has the name or the address
     */
    @Transactional
    User add(RegistrationForm.Applicant applicant, String hash) {
        database.createNativeQuery(LOCK).getSingleResult();
        var identity = applicant.identity();
        if (users.isTaken(identity.username())) {
            throw ApiException.field("username", "A user with that username already exists.");
        }
        var sameAddress = users.byEmail(identity.email());
        if (sameAddress.stream().anyMatch(user -> !user.isDummy())) {
            throw ApiException.rule(RegistrationForm.TAKEN);
        }
        if (sameAddress.isEmpty()) {
            return registered(users.save(new User(identity, hash, Timestamps.now())), false);
        }
        var invited = sameAddress.getFirst();
        invited.register(identity, hash);
        return registered(users.save(invited), true);
    }

    private User registered(User user, boolean invited) {
        audit.record(AuditEntry.of("register").user(user.id()).with("invited", invited));
        return user;
    }
}
