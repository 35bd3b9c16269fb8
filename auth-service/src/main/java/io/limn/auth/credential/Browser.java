package io.limn.auth.credential;

import io.vertx.core.http.HttpServerRequest;

/**
 * What a browser says of itself when it signs in, for the list in which its user recognizes it.
 *
 * @param address where it is, empty when that is not known
 * @param agent   its name, empty when it tells none
 */
public record Browser(String address, String agent) {
    private static final int LONGEST_ADDRESS = 200;
    private static final int LONGEST_AGENT = 300;

    /** Cuts what is too long. */
    public Browser {
        address = most(LONGEST_ADDRESS, address);
        agent = most(LONGEST_AGENT, agent);
    }

    /** The browser of a request. */
    public static Browser of(HttpServerRequest request) {
        return new Browser(ClientAddress.of(request), request.getHeader("User-Agent"));
    }

    private static String most(int length, String text) {
        if (text == null) {
            return "";
        }
        var sound = text.replace("\0", "").strip();
        return sound.length() <= length ? sound : sound.substring(0, length);
    }
}
