package io.limn.common.api;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;

/** Absolute links of answers, by the address under which the client reached the server. */
@RequestScoped
public class Links {
    private final HttpServerRequest request;
    private String origin;

    Links(HttpServerRequest request) {
        this.request = request;
    }

    /** Scheme, host and port that the client used, for example {@code https://limn.example:8443}. */
    public String origin() {
        if (origin == null) {
            origin = read();
        }
        return origin;
    }

    private String read() {
        var host = request.getHeader("X-Forwarded-Host");
        if (host == null || host.isBlank()) {
            host = request.getHeader("Host");
        }
        boolean secure = "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto")) || request.isSSL();
        return (secure ? "https://" : "http://") + (host == null ? "localhost" : host.strip());
    }

    /** The absolute link to a path such as {@code /api/tasks/5}. */
    public String to(String path) {
        return origin() + path;
    }

    /** The link of a user's resource. */
    public String user(long id) {
        return to("/api/users/" + id);
    }
}
