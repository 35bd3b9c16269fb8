package io.limn.auth.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All users, and the ways to find one. */
@ApplicationScoped
public class Users {
    private final EntityManager database;
    private final UserEvents events;

    Users(EntityManager database, UserEvents events) {
        this.database = database;
        this.events = events;
    }

    /** A user by id. */
    public Optional<User> find(long id) {
        return Optional.ofNullable(database.find(User.class, id));
    }

    /** Users by id; unknown ones are left out. */
    public Map<Long, User> find(Collection<Long> ids) {
        return database.createQuery("SELECT u FROM User u WHERE u.id IN (:ids)", User.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(User::id, Function.identity()));
    }

    /**
     * The user that a sign-in name means: the one of exactly this name, else the one of this e-mail address (a verified
     * one first), else the one of this name in another case.
     */
    public Optional<User> bySignInName(String name) {
        return first("u.username = :value", name)
                .or(() -> byEmail(name).stream().findFirst())
                .or(() -> first("lower(u.username) = lower(:value)", name));
    }

    /** All users of an e-mail address, whatever its case; verified ones first. */
    public List<User> byEmail(String email) {
        if (email.isEmpty()) {
            return List.of();
        }
        return database.createQuery(
                        "SELECT u FROM User u WHERE lower(u.email) = lower(:email) ORDER BY u.emailVerified DESC, u.id",
                        User.class)
                .setParameter("email", email)
                .getResultList();
    }

    private Optional<User> first(String condition, String value) {
        return database.createQuery("SELECT u FROM User u WHERE " + condition + " ORDER BY u.id", User.class)
                .setParameter("value", value)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Whether nobody is known yet. */
    public boolean isEmpty() {
        return database.createQuery("SELECT u.id FROM User u", Long.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Whether a sign-in name is taken, in whatever case. */
    public boolean isTaken(String username) {
        return first("lower(u.username) = lower(:value)", username).isPresent();
    }

    /** Whether somebody else has a sign-in name, in whatever case. */
    boolean isTakenByAnother(String username, long id) {
        return !database.createQuery(
                        "SELECT u.id FROM User u WHERE lower(u.username) = lower(:name) AND u.id <> :id", Long.class)
                .setParameter("name", username)
                .setParameter("id", id)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Whether a verified address is somebody's. */
    public boolean isVerified(String email) {
        return byEmail(email).stream().anyMatch(User::isVerified);
    }

    /** Stores a new or changed user and tells the other services. Needs a transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public User save(User user) {
        var saved = database.merge(user);
        database.flush();
        events.changed(saved);
        return saved;
    }

    /** Notes that a user began a session. */
    @Transactional
    public void signedIn(long id, Instant now) {
        database.createQuery("UPDATE User u SET u.lastLogin = :now WHERE u.id = :id")
                .setParameter("now", now)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Replaces the hash of an unchanged password by one of the current scheme; sessions live on. */
    @Transactional
    public void rehash(User user, String hash) {
        database.createQuery("UPDATE User u SET u.password = :hash WHERE u.id = :id AND u.password = :old")
                .setParameter("hash", hash)
                .setParameter("id", user.id())
                .setParameter("old", user.password())
                .executeUpdate();
    }
}
