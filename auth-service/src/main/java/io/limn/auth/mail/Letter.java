package io.limn.auth.mail;

import static java.util.Objects.requireNonNull;

/**
 * A mail in plain text.
 *
 * @param to      address of the one recipient
 * @param subject one line
 * @param text    what it says; may hold secrets
 */
public record Letter(String to, String subject, String text) {
    /** With line breaks in the subject turned to blanks. */
    public Letter {
        requireNonNull(to, "to");
        subject = subject.replaceAll("[\\r\\n]+", " ");
        requireNonNull(text, "text");
    }

    /** Never the text. */
    @Override
    public String toString() {
        return "Letter[" + subject + "]";
    }
}
