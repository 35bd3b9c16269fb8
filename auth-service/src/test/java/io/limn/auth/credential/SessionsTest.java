package io.limn.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.limn.auth.Person;
import io.limn.common.testing.KafkaResource;
import io.limn.common.testing.KeysResource;
import io.limn.common.testing.PostgresResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KeysResource.class, scope = TestResourceScope.GLOBAL)
class SessionsTest {
    @Inject
    DataSource database;

    @Inject
    Sessions sessions;

    @Test
    void aSessionInUseLivesOn() throws SQLException {
        var alice = Person.registers();
        move(alice, "renewed_at = now() - interval '13 hours', expires_at = now() + interval '1 day'");
        Person.exchange(null, alice.session()).then().body("sign_in", equalTo("session"));

        assertThat(end(alice)).isAfter(Instant.now().plus(Duration.ofDays(13)));
    }

    @Test
    void aSessionThatWasRenewedLatelyIsNotWrittenAgain() throws SQLException {
        var alice = Person.registers();
        var before = end(alice);
        Person.exchange(null, alice.session()).then().body("sign_in", equalTo("session"));

        assertThat(end(alice)).isEqualTo(before);
    }

    @Test
    void anUnusedSessionEnds() throws SQLException {
        var alice = Person.registers();
        move(alice, "expires_at = now() - interval '1 second'");
        Person.exchange(null, alice.session()).then().body("session_ended", equalTo(true));
        sessions.forgetEnded();

        assertThat(end(alice)).isNull();
    }

    @Test
    void theIdIsNotStored() throws SQLException {
        var alice = Person.registers();
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "SELECT count(*) FROM user_session WHERE id_hash = convert_to(?, 'UTF8')")) {
            query.setString(1, alice.session());
            try (var row = query.executeQuery()) {
                row.next();
                assertThat(row.getInt(1)).isZero();
            }
        }
    }

    private void move(Person person, String change) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("UPDATE user_session SET " + change + " WHERE id_hash = ?")) {
            update.setBytes(1, Digests.sha256(person.session()));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private Instant end(Person person) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("SELECT expires_at FROM user_session WHERE id_hash = ?")) {
            query.setBytes(1, Digests.sha256(person.session()));
            try (var row = query.executeQuery()) {
                return row.next() ? row.getTimestamp(1).toInstant() : null;
            }
        }
    }
}
