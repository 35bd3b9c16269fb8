package io.limn.auth.exchange;

import io.limn.auth.credential.Sealer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** The signing keys in the database, which all replicas share. One replica at a time adds and removes. */
@ApplicationScoped
class KeyStore {
    private static final Logger LOG = Logger.getLogger(KeyStore.class);
    private static final String LOCK = "SELECT 1 FROM pg_advisory_xact_lock(4111002)";

    private final EntityManager database;
    private final Sealer sealer;
    private final KeySchedule schedule;

    KeyStore(EntityManager database, Sealer sealer, KeyConfig config) {
        this.database = database;
        this.sealer = sealer;
        this.schedule = new KeySchedule(config.period(), config.lead(), config.tail());
    }

    /** Brings the keys in line with the schedule and returns those that are published now. */
    @Transactional
    List<LoadedKey> maintain(Instant now) {
        database.createNativeQuery(LOCK).getSingleResult();
        var stored = stored();
        schedule.ended(stored, now).forEach(database::remove);
        stored.stream()
                .filter(key -> sealer.isOpen(key.sealedKey()))
                .forEach(key -> sealer.open(key.sealedKey()).map(sealer::seal).ifPresent(key::seal));
        var usable = load(stored).stream().filter(LoadedKey::canSign).toList();
        schedule.next(usable, now).ifPresent(from -> add(from));
        database.flush();
        return load(stored());
    }

    /**
     * Adds a key.
     *
     * @param signsFrom when it takes over
     */
    @Transactional
    void add(Instant signsFrom) {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(UUID.randomUUID().toString());
            key.setAlgorithm("ES256");
            key.setUse("sig");
            var whole = sealer.seal(key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
            var open = key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
            database.persist(new SigningKey(key.getKeyId(), open, whole, signsFrom));
            LOG.infof("The signing key %s signs from %s", key.getKeyId(), signsFrom);
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<SigningKey> stored() {
        return database.createQuery("SELECT k FROM SigningKey k ORDER BY k.signsFrom", SigningKey.class)
                .getResultList();
    }

    private List<LoadedKey> load(List<SigningKey> stored) {
        return stored.stream().map(this::load).toList();
    }

    private LoadedKey load(SigningKey key) {
        try {
            var open = JsonWebKey.Factory.newJwk(key.publicKey());
            var whole = sealer.open(key.sealedKey());
            if (whole.isEmpty()) {
                LOG.errorf("The signing key %s cannot be opened: was the secret changed? It signs no more", key.id());
                return new LoadedKey(key.id(), key.signsFrom(), open, null);
            }
            var secret = PublicJsonWebKey.Factory.newPublicJwk(whole.get()).getPrivateKey();
            return new LoadedKey(key.id(), key.signsFrom(), open, secret);
        } catch (JoseException damaged) {
            throw new IllegalStateException("The signing key " + key.id() + " is damaged", damaged);
        }
    }
}
