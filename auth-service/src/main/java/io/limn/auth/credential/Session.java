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

    @Column(name = "id", insertable = false, updatable = false)
    private Long number;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "address")
    private String address;

    @Column(name = "user_agent")
    private String userAgent;

    /** For Hibernate. */
    protected Session() {}

    Session(byte[] idHash, long userId, int passwordVersion, Browser browser, Instant now, Instant expiresAt) {
        this.idHash = idHash.clone();
        this.userId = userId;
        this.passwordVersion = passwordVersion;
        this.createdAt = now;
        this.renewedAt = now;
        this.lastUsedAt = now;
        this.address = browser.address();
        this.userAgent = browser.agent();
        this.expiresAt = expiresAt;
    }

    byte[] idHash() {
        return idHash.clone();
    }

    Long number() {
        return number;
    }

    Instant lastUsedAt() {
        return lastUsedAt;
    }

    SessionView view(boolean current) {
        return new SessionView(number, createdAt, lastUsedAt, expiresAt, address, userAgent, current);
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
