package io.limn.auth.user;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A person or script that may sign in. A password that starts with {@code !} fits nothing: its user was made by an
 * invitation and has not registered yet.
 */
@Entity
@Table(name = "users")
public class User {
    /** A password that fits nothing. */
    public static final String NO_PASSWORD = "!";

    /** The same of a user who signs in elsewhere, and needs no other password. */
    public static final String EXTERNAL = "external";

    private static final String ADMINISTRATORS = "admin";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    private Long id;

    @Column(name = "username")
    private String username;

    @Column(name = "first_name")
    private String firstName = "";

    @Column(name = "last_name")
    private String lastName = "";

    @Column(name = "email")
    private String email = "";

    @Column(name = "email_verified")
    private boolean emailVerified;

    @Column(name = "password")
    private String password;

    @Column(name = "password_version")
    private int passwordVersion;

    @Column(name = "groups")
    private String[] groups;

    @Column(name = "is_active")
    private boolean active = true;

    @Column(name = "is_staff")
    private boolean staff;

    @Column(name = "is_superuser")
    private boolean superuser;

    @Column(name = "has_analytics_access")
    private boolean analytics;

    @Column(name = "date_joined")
    private Instant joined;

    @Column(name = "last_login")
    private Instant lastLogin;

    /** For Hibernate. */
    protected User() {}

    /**
     * A new user in the group {@code user}.
     *
     * @param password hash of the password
     */
    public User(Identity identity, String password, Instant joined) {
        this.groups = new String[] {"user"};
        this.joined = joined;
        register(identity, password);
    }

    /** A new user who may do everything; who makes him vouches for his address. */
    public static User administrator(Identity identity, String password, Instant joined) {
        var user = new User(identity, password, joined);
        user.groups = new String[] {ADMINISTRATORS, "user"};
        user.staff = true;
        user.superuser = true;
        user.analytics = true;
        user.emailVerified = !identity.email().isEmpty();
        return user;
    }

    /** Takes names, address and password over: those of a new user, or of an invited one who registers. */
    public final void register(Identity identity, String newPassword) {
        username = identity.username();
        email = identity.email();
        firstName = identity.firstName();
        lastName = identity.lastName();
        password = newPassword;
        passwordVersion++;
    }

    /**
     * Takes over what was written. Who is made both staff and superuser joins the group {@code admin}, unless his groups
     * are written as well; who administers sees analytics from then on.
     */
    void change(UserChanges changes) {
        changes.username().ifPresent(value -> username = value);
        changes.firstName().ifPresent(value -> firstName = value);
        changes.lastName().ifPresent(value -> lastName = value);
        changes.email().filter(value -> !value.equals(email)).ifPresent(value -> {
            email = value;
            emailVerified = false;
        });
        changes.active().ifPresent(value -> active = value);
        groups = groupsAfter(changes).toArray(String[]::new);
        changes.staff().ifPresent(value -> staff = value);
        changes.superuser().ifPresent(value -> superuser = value);
        analytics |= superuser || groups().contains(ADMINISTRATORS);
    }

    private List<String> groupsAfter(UserChanges changes) {
        if (changes.groups().isPresent()) {
            return changes.groups().get();
        }
        boolean raised = (changes.staff().isPresent() || changes.superuser().isPresent())
                && changes.staff().orElse(staff)
                && changes.superuser().orElse(superuser);
        return raised && !groups().contains(ADMINISTRATORS)
                ? Stream.concat(Stream.of(ADMINISTRATORS), Arrays.stream(groups))
                        .toList()
                : List.of(groups);
    }

    /** Whether changes take the right to administer from the user. */
    boolean wouldBeNoAdministrator(UserChanges changes) {
        return active
                && groups().contains(ADMINISTRATORS)
                && !(changes.active().orElse(true) && groupsAfter(changes).contains(ADMINISTRATORS));
    }

    /** Id of the user. */
    public long id() {
        return id;
    }

    /** How the user is named and reached. */
    public Identity identity() {
        return new Identity(username, email, firstName, lastName);
    }

    /** Hash of the password. */
    public String password() {
        return password;
    }

    /** Counts the changes of the password; what was begun under another one is void. */
    public int passwordVersion() {
        return passwordVersion;
    }

    /** Whether the user was made by an invitation and has not registered yet. */
    public boolean isDummy() {
        return password.startsWith(NO_PASSWORD) && !emailVerified;
    }

    /** Whether the user can sign in by a password of ours. */
    public boolean hasPassword() {
        return !password.startsWith(NO_PASSWORD) && !password.equals(EXTERNAL);
    }

    /** Whether the user may sign in at all. */
    public boolean isActive() {
        return active;
    }

    /** The groups of the user, which give him his privilege. */
    public Set<String> groups() {
        return Set.of(groups);
    }

    /**
     * Gives the user other groups. Administrators see all users in full, as those do who were made as such.
     *
     * @return whether these are others than before
     */
    public boolean assign(Set<String> assigned) {
        if (groups().equals(assigned)) {
            return false;
        }
        groups = assigned.stream().sorted().toArray(String[]::new);
        boolean administers = assigned.contains("admin");
        staff = administers;
        superuser = administers;
        analytics |= administers;
        return true;
    }

    /** Notes that the address is the user's. */
    public void confirmAddress() {
        emailVerified = true;
    }

    /** Whether the user has shown that the address is his. */
    public boolean isVerified() {
        return emailVerified;
    }

    Instant joined() {
        return joined;
    }

    /** When he last began a session, {@code null} for never. */
    public Instant lastLogin() {
        return lastLogin;
    }

    boolean hasAnalyticsAccess() {
        return analytics;
    }

    /** What other services may know about the user. */
    public UserState state() {
        return new UserState(id, username, firstName, lastName, email, active, sortedGroups(), staff, superuser);
    }

    private List<String> sortedGroups() {
        return Arrays.stream(groups).sorted().toList();
    }
}
