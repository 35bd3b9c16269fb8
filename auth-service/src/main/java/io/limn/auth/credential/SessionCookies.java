package io.limn.auth.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The cookies with which a session begins and ends. {@code HttpOnly} and {@code Secure} never come last: the Python SDK
 * joins all cookies into one header and loses them at an attribute without a value.
 */
@ApplicationScoped
public class SessionCookies {
    /** Name of the cookie that holds the id of the session. */
    public static final String SESSION = "sessionid";

    private static final String CSRF = "csrftoken";
    private static final int CSRF_LENGTH = 32;
    private static final Duration CSRF_LIFE = Duration.ofSeconds(31_449_600);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final SessionConfig config;

    SessionCookies(SessionConfig config) {
        this.config = config;
    }

    /** Hands a new session to the browser, and a new secret for its pages. */
    public Response.ResponseBuilder begin(Response.ResponseBuilder answer, String session) {
        return answer.header(HttpHeaders.SET_COOKIE, cookie(CSRF, RandomText.alphanumeric(CSRF_LENGTH), CSRF_LIFE, ""))
                .header(HttpHeaders.SET_COOKIE, cookie(SESSION, session, config.life(), "HttpOnly; "));
    }

    /** Hands the new id of a session that goes on to the browser. */
    public Response.ResponseBuilder renew(Response.ResponseBuilder answer, String session) {
        return answer.header(HttpHeaders.SET_COOKIE, cookie(SESSION, session, config.life(), "HttpOnly; "));
    }

    /** Takes the session back. */
    Response.ResponseBuilder end(Response.ResponseBuilder answer) {
        return answer.header(
                HttpHeaders.SET_COOKIE,
                SESSION + "=\"\"; expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/; SameSite=Lax");
    }

    private String cookie(String name, String value, Duration life, String flags) {
        return name + "=" + value + "; expires=" + DATE.format(Instant.now().plus(life)) + "; " + flags
                + (config.secure() ? "Secure; " : "") + "Max-Age=" + life.toSeconds() + "; Path=/; SameSite=Lax";
    }
}
