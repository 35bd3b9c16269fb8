package io.limn.auth.oidc;

import io.limn.auth.credential.Digests;
import io.limn.auth.credential.RandomText;
import io.limn.common.api.Timestamps;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Sign-ins on their way, shared by all replicas. Each comes back once at most. */
@ApplicationScoped
class Flows {
    private static final int SECRET = 43;
    private static final int LONGEST_PAGE = 2000;
    /** A path of this site: a second slash would name another one, and browsers take a backslash for a slash. */
    private static final Pattern PAGE = Pattern.compile("/(?![/\\\\])[!-\\[\\]-~]*");

    private final EntityManager database;
    private final OidcConfig config;

    Flows(EntityManager database, OidcConfig config) {
        this.database = database;
        this.config = config;
    }

    /** Begins a sign-in that leads to a page of this site; another one leads to the first page. */
    @Transactional
    Flow begin(String page) {
        boolean own = page != null
                && page.length() <= LONGEST_PAGE
                && PAGE.matcher(page).matches();
        var flow = new Flow(secret(), secret(), secret(), secret(), own ? page : "/");
        database.createNativeQuery(
                        "INSERT INTO oidc_flow (state_hash, browser_hash, nonce, verifier, next_page, expires_at)"
                                + " VALUES (:state, :browser, :nonce, :verifier, :next, :end)")
                .setParameter("state", Digests.sha256(flow.state()))
                .setParameter("browser", Digests.sha256(flow.browser()))
                .setParameter("nonce", flow.nonce())
                .setParameter("verifier", flow.verifier())
                .setParameter("next", flow.next())
                .setParameter("end", Timestamps.now().plus(config.flow()))
                .executeUpdate();
        return flow;
    }

    private static String secret() {
        return RandomText.alphanumeric(SECRET);
    }

    /** The sign-in of a state, if this browser began it; it is over then, in any case. */
    @Transactional
    Optional<Flow> end(String state, String browser) {
        if (state == null || browser == null) {
            return Optional.empty();
        }
        List<?> ended = database.createNativeQuery(
                        "DELETE FROM oidc_flow WHERE state_hash = :state AND browser_hash = :browser"
                                + " AND expires_at > :now RETURNING nonce, verifier, next_page",
                        Object[].class)
                .setParameter("state", Digests.sha256(state))
                .setParameter("browser", Digests.sha256(browser))
                .setParameter("now", Instant.now())
                .getResultList();
        return ended.stream().map(Object[].class::cast).findFirst().map(row -> flow(state, browser, row));
    }

    private static Flow flow(String state, String browser, Object[] row) {
        return new Flow(state, browser, (String) row[0], (String) row[1], (String) row[2]);
    }

    @Scheduled(every = "1h", delayed = "8m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forgetOld() {
        database.createNativeQuery("DELETE FROM oidc_flow WHERE expires_at < :now")
                .setParameter("now", Instant.now())
                .executeUpdate();
    }
}
