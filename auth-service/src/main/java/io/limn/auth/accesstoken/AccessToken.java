package io.limn.auth.credential;

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

    String hash() {
        return hash;
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
