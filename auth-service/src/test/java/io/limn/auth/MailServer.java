package io.limn.auth;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The mail server of the tests. It lives in the system's class loader: the loaders of Quarkus end with the application
 * that they were made for.
 */
public final class MailServer {
    private MailServer() {}

    /**
     * Starts it.
     *
     * @return answers {@code port} with the port, and an address with sender, subject and text of each mail to it
     */
    static Function<String, List<String>> start() {
        try {
            @SuppressWarnings("unchecked")
            var server = (Function<String, List<String>>) ClassLoader.getSystemClassLoader()
                    .loadClass(MailServer.class.getName())
                    .getMethod("serve")
                    .invoke(null);
            return server;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** For the system's class loader. */
    public static Function<String, List<String>> serve() {
        return atHome(() -> {
            var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
                    .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
            server.start();
            return question -> atHome(() -> answer(server, question));
        });
    }

    private static <T> T atHome(Supplier<T> work) {
        var thread = Thread.currentThread();
        var away = thread.getContextClassLoader();
        thread.setContextClassLoader(MailServer.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(away);
        }
    }

    private static List<String> answer(GreenMail server, String question) {
        return question.equals("port")
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
