package io.limn.auth.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.limn.auth.MailResource;
import io.limn.auth.Person;
import io.limn.common.testing.KafkaResource;
import io.limn.common.testing.KeysResource;
import io.limn.common.testing.PostgresResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KeysResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = MailResource.class, scope = TestResourceScope.GLOBAL)
class MailsTest {
    private final String somebody = Person.freshName() + "@example.org";

    @Inject
    Mails mails;

    @Inject
    Site site;

    @Test
    void aMailArrivesAsItWasWritten() {
        mails.send(new Letter(somebody, "Grüße", "Über den Zaun.\n\n" + site.link("/auth/login?a=b") + "\n"));

        assertThat(mails.isConfigured()).isTrue();
        assertThat(MailResource.to(somebody)).singleElement().satisfies(mail -> {
            assertThat(mail.from()).isEqualTo("Limn <noreply@limn.test>");
            assertThat(mail.subject()).isEqualTo("Grüße");
            assertThat(mail.text().strip()).isEqualTo("Über den Zaun.\n\nhttps://limn.test:8443/auth/login?a=b");
        });
    }

    @Test
    void aSubjectIsOneLine() {
        mails.send(new Letter(somebody, "Hello\r\nBcc: other@example.org", "Text"));

        assertThat(MailResource.to(somebody).getFirst().subject()).isEqualTo("Hello Bcc: other@example.org");
    }

    @Test
    void aMailOfATransactionWaitsForItsCommit() {
        QuarkusTransaction.requiringNew().run(() -> {
            mails.sendLater(new Letter(somebody, "After the commit", "Text"));
            assertThat(MailResource.to(somebody)).isEmpty();
        });

        await().until(() -> MailResource.to(somebody).size() == 1);
    }

    @Test
    void aMailOfATransactionThatFailsIsNotSent() {
        QuarkusTransaction.begin();
        mails.sendLater(new Letter(somebody, "Never", "Text"));
        QuarkusTransaction.rollback();
        mails.send(new Letter(somebody, "Later", "Text"));

        assertThat(MailResource.to(somebody))
                .extracting(MailResource.Received::subject)
                .containsExactly("Later");
    }
}
