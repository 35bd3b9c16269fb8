package io.limn.auth.operator;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/** What the operator reads and types. */
class OperatorTerminal {
    private static final int BYTES = 15;

    private final PrintStream out = stream(FileDescriptor.out);
    private final PrintStream err = stream(FileDescriptor.err);

    /**
     * A password, and whether the operator knows it already.
     *
     * @param text   the password
     * @param madeUp whether nobody has seen it so far
     */
    record Password(String text, boolean madeUp) {
        /** A sentence that shows it once, where it was made up. */
        String told() {
            return madeUp ? " The password is " + text : "";
        }

        @Override
        public String toString() {
            return "Password";
        }
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    void say(String text) {
        out.println(text);
    }

    void fail(String text) {
        err.println("limn: " + text);
    }

    /** From the input where that is wished for, else asked for twice, else made up. */
    Password password(boolean fromInput) {
        if (fromInput) {
            return new Password(line(), false);
        }
        var console = System.console();
        if (console == null || !console.isTerminal()) {
            return madeUp();
        }
        var first = console.readPassword("Password (empty for one that is made up): ");
        if (first == null || first.length == 0) {
            return madeUp();
        }
        var second = console.readPassword("Once more: ");
        if (!Arrays.equals(first, second)) {
            throw OperatorFailure.refused("The two passwords differ.");
        }
        return new Password(new String(first), false);
    }

    private static Password madeUp() {
        var random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return new Password(Base64.getUrlEncoder().withoutPadding().encodeToString(random), true);
    }

    private static String line() {
        try {
            var line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            if (line == null || line.isBlank()) {
                throw OperatorFailure.usage("There is no password on the input.");
            }
            return line;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
