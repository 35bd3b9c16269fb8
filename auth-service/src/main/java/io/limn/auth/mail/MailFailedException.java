package io.limn.auth.mail;

/** A mail that was not taken by the server. */
public final class MailFailedException extends RuntimeException {
    MailFailedException(Letter letter, Throwable cause) {
        super(letter + " was not sent", cause);
    }
}
