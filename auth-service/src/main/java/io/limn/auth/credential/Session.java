package io.limn.auth.credential;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A browser that is signed in. Bound to the password under which it was begun; its id is stored as a digest. */
@Entity
@Table(name = "user_session")
class Session {
    @Id
    @Column(name = "id_hash")
    private byte[] idHash;

    @Column(name = "user_id")
    private long userId;

    @Column(name = "password_version")
    private int passwordVersion;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "renewed_at")
    private Instant renewedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    /** For Hibernate. */
    protected Session() {}

    Session(byte[] idHash, long userId, int passwordVersion, Instant now, Instant expiresAt) {
        this.idHash = idHash.clone();
        this.userId = userId;
        this.passwordVersion = passwordVersion;
        this.createdAt = now;
        this.renewedAt = now;
        this.expiresAt = expiresAt;
    }

    byte[] idHash() {
        return idHash.clone();
    }

    long userId() {
        return userId;
    }

    int passwordVersion() {
        return passwordVersion;
    }

    Instant renewedAt() {
        return renewedAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
