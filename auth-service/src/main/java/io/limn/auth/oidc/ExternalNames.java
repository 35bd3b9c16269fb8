package io.limn.auth.oidc;

import io.limn.auth.credential.Digests;
import io.limn.auth.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes sign-in names for people who come from the provider. */
@ApplicationScoped
class ExternalNames {
    private static final int LONGEST = 140;
    private static final int DIGITS = 8;

    private final Users users;

    ExternalNames(Users users) {
        this.users = users;
    }

    /** A name that nobody has: the one he has there, as far as it can be one here. */
    String free(Person person) {
        var name = wanted(person);
        return Stream.concat(Stream.of(name), IntStream.iterate(2, n -> n + 1).mapToObj(n -> name + "-" + n))
                .filter(candidate -> !users.isTaken(candidate))
                .findFirst()
                .orElseThrow();
    }

    private static String wanted(Person person) {
        var source = person.username().isBlank() ? person.email().split("@", 2)[0] : person.username();
        var plain = Normalizer.normalize(source.strip(), Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        var name = plain.replaceAll("[^A-Za-z0-9_.@+-]+", "_");
        if (name.isEmpty()) {
            return "user-" + Digests.hex("SHA-256", person.subject()).substring(0, DIGITS);
        }
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
    }
}
