package io.limn.auth.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.jboss.logging.Logger;

/** Sends mails, if there is a server that takes them. */
@ApplicationScoped
public class Mails {
    private static final Logger LOG = Logger.getLogger(Mails.class);

    private final ReactiveMailer mailer;
    private final MailConfig config;
    private final Site site;
    private final TransactionSynchronizationRegistry transactions;

    Mails(ReactiveMailer mailer, MailConfig config, Site site, TransactionSynchronizationRegistry transactions) {
        this.mailer = mailer;
        this.config = config;
        this.site = site;
        this.transactions = transactions;
    }

    void atStart(@Observes StartupEvent start) {
        if (config.host().isEmpty()) {
            LOG.info("No mails are sent: limn.mail.host is not set");
        } else if (!site.isKnown()) {
            LOG.warn("No mails are sent: limn.mail.host is set, but limn.site, to which their links lead, is not");
        }
    }

    /** Whether mails can be sent: a server and the address of this site are set. */
    public boolean isConfigured() {
        return config.host().isPresent() && site.isKnown();
    }

    /**
     * Sends a mail and waits until the server has taken it. Not to be called within a transaction: it takes its time,
     * and cannot be taken back.
     *
     * @throws MailFailedException   when the server did not take it
     * @throws IllegalStateException when no mails can be sent
     */
    public void send(Letter letter) {
        if (!isConfigured()) {
            throw new IllegalStateException("No mails are sent: limn.mail.host or limn.site is not set");
        }
        var mail = Mail.withText(letter.to(), letter.subject(), letter.text());
        mail.setFrom(config.sender().orElseGet(() -> "Limn <noreply@" + site.host() + ">"));
        try {
            mailer.send(mail).await().atMost(config.patience());
        } catch (RuntimeException failure) {
            throw new MailFailedException(letter, failure);
        }
    }

    /**
     * Sends a mail in the background, after the commit of the transaction at hand if there is one. A mail that is not
     * sent is worth a line in the log, no more: for what the recipient can ask for again.
     */
    public void sendLater(Letter letter) {
        if (transactions.getTransactionKey() == null) {
            start(letter);
            return;
        }
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == jakarta.transaction.Status.STATUS_COMMITTED) {
                    start(letter);
                }
            }
        });
    }

    private void start(Letter letter) {
        if (!isConfigured()) {
            LOG.warnf("%s was not sent: limn.mail.host or limn.site is not set", letter);
            return;
        }
        Thread.ofVirtual().name("mail").start(() -> {
            try {
                send(letter);
            } catch (MailFailedException failure) {
                LOG.warnf("%s: %s", failure.getMessage(), failure.getCause());
            }
        });
    }
}
