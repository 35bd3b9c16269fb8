package io.limn.auth;

import io.limn.common.testing.JvmWide;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
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

    private static List<String> ask(String question) {
        Function<String, List<String>> server = JvmWide.once("mail", MailServer::start);
        return server.apply(question);
    }
}
