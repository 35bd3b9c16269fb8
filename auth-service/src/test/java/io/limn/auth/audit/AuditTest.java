package io.limn.auth.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limn.auth.Person;
import io.limn.common.testing.KafkaResource;
import io.limn.common.testing.KeysResource;
import io.limn.common.testing.PostgresResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KeysResource.class, scope = TestResourceScope.GLOBAL)
class AuditTest {
    private static final AtomicLong NOBODY = new AtomicLong(5_000_000_000L);

    @Inject
    Audit audit;

    @Inject
    AuditTrail trail;

    @Inject
    DataSource database;

    @Test
    void anActIsKeptWithItsDetails() {
        long user = NOBODY.incrementAndGet();
        audit.record(AuditEntry.of("thing.done")
                .user(user)
                .organization(7L)
                .with("what", "this")
                .with("not", null));

        assertThat(trail.of(user)).singleElement().satisfies(row -> {
            assertThat(row.act()).isEqualTo("thing.done");
            assertThat(row.organization()).isEqualTo(7);
            assertThat(row.details().toString()).isEqualTo("{\"what\":\"this\"}");
        });
    }

    @Test
    void anActIsRolledBackWithItsTransactionButARefusalStays() {
        long user = NOBODY.incrementAndGet();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    audit.record(AuditEntry.of("thing.done").user(user));
                    audit.recordRefusal(AuditEntry.of("thing.refused").user(user));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(trail.of(user)).extracting(AuditTrail.Row::act).containsExactly("thing.refused");
    }

    @Test
    void anEntryIsNeverChanged() throws SQLException {
        long user = NOBODY.incrementAndGet();
        audit.record(AuditEntry.of("thing.done").user(user));
        try (var connection = database.getConnection();
                var update = connection.createStatement()) {
            assertThatThrownBy(() -> update.execute("UPDATE audit_entry SET act = 'x' WHERE user_id = " + user))
                    .hasMessageContaining("not changed");
        }
    }

    @Test
    void oldEntriesGo() throws SQLException {
        long user = NOBODY.incrementAndGet();
        audit.record(AuditEntry.of("thing.new").user(user));
        try (var connection = database.getConnection();
                var insert = connection.createStatement()) {
            insert.execute("INSERT INTO audit_entry (happened, act, user_id) VALUES (now() - interval '401 days',"
                    + " 'thing.old', " + user + ")");
        }
        audit.forgetOld();

        assertThat(trail.of(user)).extracting(AuditTrail.Row::act).containsExactly("thing.new");
    }

    @Test
    void signingInAndOutIsKept() {
        var alice = Person.registers();
        long id = alice.id();
        alice.login();
        Person.login(java.util.Map.of("username", alice.username(), "password", "wrong"))
                .then()
                .statusCode(400);
        alice.asks().post("/api/auth/logout").then().statusCode(200);

        assertThat(trail.of(id))
                .extracting(AuditTrail.Row::act)
                .containsExactly("register", "login", "login.failed", "logout");
        assertThat(trail.of(id)).extracting(AuditTrail.Row::address).doesNotContainNull();
    }

    @Test
    void anActMustHaveAName() {
        assertThatThrownBy(() -> AuditEntry.of("Not An Act")).isInstanceOf(IllegalArgumentException.class);
    }
}
