package io.limn.auth.operator;

import io.limn.auth.audit.Audit;
import io.limn.auth.audit.AuditEntry;
import io.limn.auth.credential.PasswordRules;
import io.limn.auth.credential.Passwords;
import io.limn.auth.user.Identity;
import io.limn.auth.user.User;
import io.limn.auth.user.UserEvents;
import io.limn.auth.user.Users;
import io.limn.common.api.ApiException;
import io.limn.common.api.Input;
import io.limn.common.api.Timestamps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the operator may do with users: anything, but by the rules that hold for names and passwords. */
@ApplicationScoped
class OperatorUsers {
    static final Set<String> GROUPS = Set.of("admin", "user", "worker", "none");

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.@+-]{1,150}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final String LOCK = "SELECT 1 FROM pg_advisory_xact_lock(4111001)";

    private final EntityManager database;
    private final Users users;
    private final UserEvents events;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final Audit audit;

    OperatorUsers(
            EntityManager database,
            Users users,
            UserEvents events,
            Passwords passwords,
            PasswordRules rules,
            Audit audit) {
        this.database = database;
        this.users = users;
        this.events = events;
        this.passwords = passwords;
        this.rules = rules;
        this.audit = audit;
    }

    List<User> all() {
        return database.createQuery("SELECT u FROM User u ORDER BY u.username", User.class)
                .getResultList();
    }

    /** @throws ApiException 400 when the name is taken or none, the password is weak, or the group is none */
    @Transactional
    User create(Input input) {
        database.createNativeQuery(LOCK).getSingleResult();
        var name = input.text("username")
                .required()
                .demand(text -> NAME.matcher(text).matches(), "It may have letters, digits and @ . + - _ only.")
                .demand(text -> !users.isTaken(text), "A user with that username already exists.")
                .value();
        var email = input.text("email")
                .most(254)
                .demand(text -> EMAIL.matcher(text).matches(), "Enter a valid email address.")
                .demand(text -> users.byEmail(text).isEmpty(), "A user is already registered with this e-mail address.")
                .or("");
        var firstName = input.text("first_name").most(150).or("");
        var lastName = input.text("last_name").most(150).or("");
        var group = input.choice("group", GROUPS).or("user");
        var password = OperatorUsersResource.password(input);
        var identity = new Identity(name, email, firstName, lastName);
        var user = users.save(new User(identity, hash(password, identity), Timestamps.now()));
        audit.record(AuditEntry.of("operator.user.created").user(user.id()).with("group", group));
        return group.equals("user") ? user : put(user, group);
    }

    /** @throws ApiException 404 when there is none, 400 when the password is weak */
    @Transactional
    User resetPassword(String name, String password) {
        var user = find(name);
        user.register(user.identity(), hash(password, user.identity()));
        events.identityChanged(user.id(), UserEvents.Reason.PASSWORD);
        audit.record(AuditEntry.of("operator.password.reset").user(user.id()));
        return users.save(user);
    }

    /** @throws ApiException 404 when there is none */
    @Transactional
    User grant(String name, String group) {
        var user = put(find(name), group);
        audit.record(AuditEntry.of("operator.group.granted").user(user.id()).with("group", group));
        return user;
    }

    private User put(User user, String group) {
        boolean admin = group.equals("admin");
        var names =
                switch (group) {
                    case "admin" -> "admin,user";
                    case "none" -> "";
                    default -> group;
                };
        database.createNativeQuery(
                        "UPDATE users SET groups = string_to_array(:groups, ','), is_staff = :admin,"
                                + " is_superuser = :admin, has_analytics_access = has_analytics_access OR :admin WHERE id = :id")
                .setParameter("groups", names)
                .setParameter("admin", admin)
                .setParameter("id", user.id())
                .executeUpdate();
        return changed(user);
    }

    /** @throws ApiException 404 when there is none */
    @Transactional
    User activate(String name, boolean active) {
        var user = find(name);
        database.createNativeQuery("UPDATE users SET is_active = :active WHERE id = :id")
                .setParameter("active", active)
                .setParameter("id", user.id())
                .executeUpdate();
        audit.record(AuditEntry.of(active ? "operator.user.activated" : "operator.user.deactivated")
                .user(user.id()));
        return changed(user);
    }

    private User changed(User user) {
        database.refresh(user);
        events.changed(user);
        events.identityChanged(user.id(), UserEvents.Reason.CHANGED);
        return user;
    }

    private User find(String name) {
        return users.bySignInName(name).orElseThrow(() -> ApiException.detail(404, "There is no user " + name + "."));
    }

    private String hash(String password, Identity person) {
        var faults = rules.faults(password, person);
        if (!faults.isEmpty()) {
            throw ApiException.of(400, Map.of("password", faults));
        }
        return passwords.hash(password);
    }
}
