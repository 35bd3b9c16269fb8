package io.limn.auth;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.limn.common.testing.JvmWide;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A mail server that takes everything, one per JVM. */
public class MailResource implements QuarkusTestResourceLifecycleManager {
    /** Where links in mails lead to. */
    public static final String SITE = "https://limn.test:8443";

    /**
     * A mail as it arrived.
     *
     * @param from    who sent it
     * @param subject its subject
     * @param text    its text
     */
    public record Received(String from, String subject, String text) {}

    @Override
    public Map<String, String> start() {
        return Map.of(
                "limn.mail.host", "127.0.0.1", "limn.mail.port", ask("port").getFirst(), "limn.site", SITE);
    }

    @Override
    public void stop() {}

    /** The mails to an address, the oldest first. */
    public static List<Received> to(String address) {
        var words = ask(address);
        return IntStream.range(0, words.size() / 3)
                .mapToObj(i -> new Received(words.get(3 * i), words.get(3 * i + 1), words.get(3 * i + 2)))
                .toList();
    }

    /** The server belongs to the class loader that came first; the others speak to it in words. */
    private static List<String> ask(String question) {
        Function<String, List<String>> server = JvmWide.once("mail", MailResource::serve);
        return server.apply(question);
    }

    private static Function<String, List<String>> serve() {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        return question -> question.equals("port")
                ? List.of(String.valueOf(server.getSmtp().getPort()))
                : Arrays.stream(server.getReceivedMessages())
                        .filter(mail -> isTo(mail, question))
                        .flatMap(mail -> words(mail).stream())
                        .toList();
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return Arrays.stream(mail.getAllRecipients())
                    .anyMatch(to -> to.toString().equalsIgnoreCase(address));
        } catch (MessagingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    private static List<String> words(MimeMessage mail) {
        try {
            var text = mail.getContent() instanceof String plain ? plain : GreenMailUtil.getBody(mail);
            return List.of(mail.getFrom()[0].toString(), mail.getSubject(), text.replace("\r\n", "\n"));
        } catch (MessagingException malformed) {
            throw new IllegalStateException(malformed);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
