package io.limn.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The first administrator. When the data folder has none and no password is given, one is made up; it is told once at the terminal
 * and kept nowhere but, hashed, in the database of auth-service.
 */
final class Administrator {
    private static final int PASSWORD_BYTES = 12;

    private final String name;
    private final Optional<String> password;
    private final boolean madeUp;
    private final Path mark;

    private Administrator(String name, Optional<String> password, boolean madeUp, Path mark) {
        this.name = name;
        this.password = password;
        this.madeUp = madeUp;
        this.mark = mark;
    }

    static Administrator of(Options options, Folder folder, Map<String, String> environment) {
        String name = options.admin()
                .or(() -> Optional.ofNullable(environment.get("LIMN_ADMIN_NAME")))
                .filter(given -> !given.isBlank())
                .orElse("admin");
        Optional<String> given =
                Optional.ofNullable(environment.get("LIMN_ADMIN_PASSWORD")).filter(text -> !text.isBlank());
        boolean needed = given.isEmpty() && !Files.exists(folder.administratorMark());
        Optional<String> password = needed ? Optional.of(Keys.password(PASSWORD_BYTES)) : given;
        return new Administrator(name, password, needed, folder.administratorMark());
    }

    Map<String, String> environment() {
        return password.map(text -> Map.of("LIMN_ADMIN_NAME", name, "LIMN_ADMIN_PASSWORD", text))
                .orElse(Map.of());
    }

    String name() {
        return name;
    }

    /** The password, when this start knows it. */
    Optional<String> password() {
        return password;
    }

    /** How to log in, for the line that is printed when everything runs. */
    String login() {
        return "log in as " + name + (madeUp ? " with password " + password.orElseThrow() : "");
    }

    /** Called when auth-service is healthy: the account exists from now on. */
    void created() {
        try {
            if (!Files.exists(mark)) {
                Files.writeString(mark, name + "\n");
            }
        } catch (IOException e) {
            throw new StartFailure("Cannot write " + mark + ": " + e.getMessage() + ".", e);
        }
    }
}
