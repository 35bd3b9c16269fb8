package io.limn.auth.oidc;

import io.limn.auth.audit.Audit;
import io.limn.auth.audit.AuditEntry;
import io.limn.auth.user.Administrators;
import io.limn.auth.user.Identity;
import io.limn.auth.user.User;
import io.limn.auth.user.UserEvents;
import io.limn.auth.user.Users;
import io.limn.common.api.ApiException;
import io.limn.common.api.Timestamps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/**
 * The users of people who sign in at the provider: made or linked when they come first. Linked is by an address alone
 * for which both sides vouch: who registers with somebody else's address must not share an account with him.
 */
@ApplicationScoped
class Accounts {
    /** Serializes what makes users. */
    private static final String LOCK = "SELECT 1 FROM pg_advisory_xact_lock(4111001)";

    private final EntityManager database;
    private final Users users;
    private final ExternalNames names;
    private final GroupMapping mapping;
    private final OrganizationRoles roles;
    private final Administrators administrators;
    private final UserEvents events;
    private final OidcConfig config;
    private final Audit audit;

    Accounts(
            EntityManager database,
            Users users,
            ExternalNames names,
            GroupMapping mapping,
            OrganizationRoles roles,
            Administrators administrators,
            UserEvents events,
            OidcConfig config,
            Audit audit) {
        this.database = database;
        this.users = users;
        this.names = names;
        this.mapping = mapping;
        this.roles = roles;
        this.administrators = administrators;
        this.events = events;
        this.config = config;
        this.audit = audit;
    }

    /**
     * The user of a person, with the groups and roles of today.
     *
     * @throws ApiException 403 when he may not sign in
     */
    @Transactional
    User user(Person person) {
        database.createNativeQuery(LOCK).getSingleResult();
        var known = known(person);
        var user = known.orElseGet(() -> first(person));
        if (!user.isActive()) {
            throw Refused.forbidden("this account is switched off");
        }
        if (known.isPresent() && assign(user, person)) {
            user = users.save(user);
            events.identityChanged(user.id(), UserEvents.Reason.CHANGED);
            audit.record(AuditEntry.of("user.changed")
                    .user(user.id())
                    .with("groups", List.copyOf(user.groups()))
                    .with("by", "oidc"));
        }
        roles.assign(user.id(), person);
        return user;
    }

    private Optional<User> known(Person person) {
        return database.createNativeQuery(
                        "SELECT user_id FROM external_identity WHERE issuer = :issuer AND subject = :subject",
                        Long.class)
                .setParameter("issuer", person.issuer())
                .setParameter("subject", person.subject())
                .getResultStream()
                .findFirst()
                .flatMap(id -> users.find((Long) id));
    }

    private User first(Person person) {
        var sameAddress = users.byEmail(person.email());
        if (sameAddress.isEmpty()) {
            return link(person, users.save(made(person, person.email())), "made");
        }
        if (!person.verified()) {
            return link(person, users.save(made(person, "")), "made");
        }
        var owner = sameAddress.getFirst();
        if (owner.isDummy()) {
            owner.register(identity(person, names.free(person), person.email()), User.EXTERNAL);
            owner.confirmAddress();
            owner.assign(mapping.first(person));
            return link(person, users.save(owner), "invited");
        }
        if (sameAddress.size() > 1 && !owner.isVerified() || !owner.isVerified() && !config.trustLocalAddresses()) {
            throw Refused.forbidden(
                    "there is an account of this e-mail address already, and it was not confirmed there");
        }
        assign(owner, person);
        return link(person, users.save(owner), "linked");
    }

    /** Gives a user the groups of today; the last administrator stays one, or nobody could help out. */
    private boolean assign(User user, Person person) {
        var groups = mapping.later(person);
        boolean locksOut = groups.isPresent() && !groups.get().contains("admin") && administrators.isLast(user.id());
        return !locksOut && groups.map(user::assign).orElse(false);
    }

    private User made(Person person, String address) {
        var identity = identity(person, names.free(person), address);
        var user = new User(identity, User.EXTERNAL, Timestamps.now());
        user.assign(mapping.first(person));
        if (person.verified() && !address.isEmpty()) {
            user.confirmAddress();
        }
        return user;
    }

    private static Identity identity(Person person, String username, String address) {
        return new Identity(username, address, person.firstName(), person.lastName());
    }

    private User link(Person person, User user, String how) {
        database.createNativeQuery("INSERT INTO external_identity (issuer, subject, user_id, created_at)"
                        + " VALUES (:issuer, :subject, :user, :now)")
                .setParameter("issuer", person.issuer())
                .setParameter("subject", person.subject())
                .setParameter("user", user.id())
                .setParameter("now", Timestamps.now())
                .executeUpdate();
        events.identityChanged(user.id(), UserEvents.Reason.CHANGED);
        audit.record(AuditEntry.of("oidc.linked").user(user.id()).with("how", how));
        return user;
    }
}
