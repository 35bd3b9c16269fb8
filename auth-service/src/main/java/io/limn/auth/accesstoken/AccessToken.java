package io.limn.auth.accesstoken;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** A personal access token: a second credential of its owner, which may be limited to reading and to a time. */
@Entity
@Table(name = "access_token")
public class AccessToken {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    private Long id;

    @Column(name = "owner_id")
    private long ownerId;

    @Column(name = "name")
    private String name;

    @Column(name = "prefix")
    private String prefix;

    @Column(name = "hash")
    private String hash;

    @Column(name = "read_only")
    private boolean readOnly;

    @Column(name = "revoked")
    private boolean revoked;

    @Column(name = "created_date")
    private Instant createdDate;

    @Column(name = "updated_date")
    private Instant updatedDate;

    @Column(name = "expiry_date")
    private Instant expiryDate;

    @Column(name = "last_used_date")
    private Instant lastUsedDate;

    /** For Hibernate. */
    protected AccessToken() {}

    AccessToken(long ownerId, String name, String prefix, String hash, boolean readOnly, Instant now, Instant expiry) {
        this.ownerId = ownerId;
        this.name = name;
        this.prefix = prefix;
        this.hash = hash;
        this.readOnly = readOnly;
        this.createdDate = now;
        this.updatedDate = now;
        this.expiryDate = expiry;
    }

    /** Id of the token. */
    public long id() {
        return id;
    }

    /** Whose token it is. */
    public long ownerId() {
        return ownerId;
    }

    /** Whether it only reads. */
    public boolean isReadOnly() {
        return readOnly;
    }

    /** After this moment it cannot be used; {@code null} for a token without end. */
    public Instant expiry() {
        return expiryDate;
    }

    String name() {
        return name;
    }

    String hash() {
        return hash;
    }

    Instant created() {
        return createdDate;
    }

    Instant updated() {
        return updatedDate;
    }

    /** When it was used last, {@code null} when it never was. */
    Instant used() {
        return lastUsedDate;
    }

    /** Takes over what was written, and leaves the rest as it is. */
    void change(AccessTokenForm.Changes changes, Instant now) {
        changes.name().ifPresent(value -> name = value);
        changes.readOnly().ifPresent(value -> readOnly = value);
        if (changes.hasExpiry()) {
            expiryDate = changes.expiry();
        }
        updatedDate = now;
    }

    void revoke(Instant now) {
        revoked = true;
        updatedDate = now;
    }

    Instant lastUsed() {
        return lastUsedDate == null ? createdDate : lastUsedDate;
    }

    boolean wasUsed() {
        return lastUsedDate != null;
    }

    /** Whether it can be used: neither revoked, nor expired, nor left unused for too long. */
    boolean isUsable(Instant now, Duration stale) {
        return !revoked
                && (expiryDate == null || !expiryDate.isBefore(now))
                && !lastUsed().isBefore(now.minus(stale));
    }
}
