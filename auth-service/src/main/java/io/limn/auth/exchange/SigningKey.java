package io.limn.auth.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A key that signs tokens of users for a time. Its private half is sealed. */
@Entity
@Table(name = "signing_key")
class SigningKey implements KeySchedule.Timed {
    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "public_key")
    private String publicKey;

    @Column(name = "sealed_key")
    private String sealedKey;

    @Column(name = "signs_from")
    private Instant signsFrom;

    /** For Hibernate. */
    protected SigningKey() {}

    SigningKey(String id, String publicKey, String sealedKey, Instant signsFrom) {
        this.id = id;
        this.publicKey = publicKey;
        this.sealedKey = sealedKey;
        this.signsFrom = signsFrom;
    }

    String id() {
        return id;
    }

    /** The public half as a JSON Web Key. */
    String publicKey() {
        return publicKey;
    }

    /** The whole key as a sealed JSON Web Key. */
    String sealedKey() {
        return sealedKey;
    }

    void seal(String sealed) {
        sealedKey = sealed;
    }

    @Override
    public Instant signsFrom() {
        return signsFrom;
    }
}
