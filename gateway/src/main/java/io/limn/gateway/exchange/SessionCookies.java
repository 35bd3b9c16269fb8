package io.limn.gateway.exchange;

import io.limn.gateway.http.Cookies;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;

/**
 * Cookies that belong to sessions whoever answers: a session in use is prolonged about once a day, and one that is over
 * is taken back. {@code HttpOnly} and {@code Secure} never come last: the Python SDK joins all cookies into one header
 * and loses them at an attribute without a value.
 */
@Singleton
public final class SessionCookies {
    static final String SESSION = "sessionid";
    private static final String FRESH = "sessionfresh";
    private static final Duration DAY = Duration.ofDays(1);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final boolean secure;

    SessionCookies(ExchangeConfig config) {
        secure = config.secureCookies();
    }

    /** Completes the cookies of an answer. */
    public void apply(HttpServerRequest request, int status, Trade trade, MultiMap headers) {
        var cookies = new ArrayList<>(headers.getAll(HttpHeaders.SET_COOKIE));
        var set = cookie(cookies, SESSION);
        if (set != null) {
            afterSignIn(request, set, cookies);
        } else if (trade.sessionEnded()) {
            cookies.add(expired(SESSION));
            expireFreshness(request, cookies);
        } else if (trade.isSession() && status < 500 && Cookies.value(request, FRESH) == null) {
            var life = trade.sessionLife() == null ? Duration.ofDays(14) : trade.sessionLife();
            cookies.add(renewed(SESSION, Cookies.value(request, SESSION), life));
            cookies.add(fresh(life));
        }
        if (!cookies.isEmpty()) {
            cookies.sort(null);
            headers.set("Set-Cookie", cookies);
        }
    }

    /** The service began or ended a session itself; the freshness cookie goes with it. */
    private void afterSignIn(HttpServerRequest request, String session, ArrayList<String> cookies) {
        if (cookie(cookies, FRESH) != null) {
            return;
        }
        var age = maxAge(session);
        if (age.isZero()) {
            expireFreshness(request, cookies);
        } else if (Cookies.value(request, FRESH) == null) {
            cookies.add(fresh(age));
        }
    }

    private static void expireFreshness(HttpServerRequest request, ArrayList<String> cookies) {
        if (Cookies.value(request, FRESH) != null) {
            cookies.add(expired(FRESH));
        }
    }

    private static String cookie(ArrayList<String> cookies, String name) {
        return cookies.stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .findFirst()
                .orElse(null);
    }

    private static Duration maxAge(String cookie) {
        for (var attribute : cookie.split(";")) {
            var pair = attribute.strip().split("=", 2);
            if (pair.length == 2 && pair[0].equalsIgnoreCase("Max-Age") && pair[1].matches("\\d{1,12}")) {
                return Duration.ofSeconds(Long.parseLong(pair[1]));
            }
        }
        return DAY.multipliedBy(14);
    }

    private String fresh(Duration sessionLife) {
        var half = sessionLife.dividedBy(2);
        return renewed(FRESH, "1", half.compareTo(DAY) < 0 ? half : DAY);
    }

    private String renewed(String name, String value, Duration life) {
        return name + "=" + value + "; expires=" + DATE.format(Instant.now().plus(life)) + "; HttpOnly; "
                + (secure ? "Secure; " : "") + "Max-Age=" + life.toSeconds() + "; Path=/; SameSite=Lax";
    }

    private static String expired(String name) {
        return name + "=\"\"; expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/; SameSite=Lax";
    }
}
