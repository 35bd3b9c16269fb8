package io.limn.auth.credential;

import io.limn.common.api.Input;
import io.limn.common.api.Member;
import java.util.regex.Pattern;

/** The form of sign-in names. */
public final class Usernames {
    private static final int LONGEST = 150;
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}_.@+-]+");

    private Usernames() {}

    /**
     * The member {@code username} with the limits that hold for every sign-in name.
     *
     * @param shortest number of characters that it needs
     */
    public static Member<String> read(Input input, int shortest) {
        return input.text("username")
                .most(LONGEST)
                .least(shortest)
                .demand(
                        name -> FORM.matcher(name).matches(),
                        "Enter a valid username. This value may contain only letters, numbers, and @/./+/-/_"
                                + " characters.");
    }
}
