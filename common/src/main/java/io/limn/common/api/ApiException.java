package io.limn.common.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A refusal as the CVAT API words it: a status, a body in one of the API's error shapes and headers. Thrown anywhere
 * below a resource and turned into an answer in one place ({@link ErrorMappers}).
 */
public final class ApiException extends RuntimeException {
    private final int status;
    private final transient Object body;
    private final boolean text;
    private final transient Map<String, String> headers;

    private ApiException(int status, Object body, boolean text, Map<String, String> headers) {
        super(status + " " + body);
        this.status = status;
        this.body = body;
        this.text = text;
        this.headers = headers;
    }

    /** An answer with any JSON body; {@code null} leaves the body empty. */
    public static ApiException of(int status, Object body) {
        return new ApiException(status, body, false, Map.of());
    }

    /** An answer whose body is plain text ({@code text/html}), as a few endpoints of the API give it. */
    public static ApiException text(int status, String body) {
        return new ApiException(status, body, true, Map.of());
    }

    /** {@code {"detail": message}} with the given status. */
    public static ApiException detail(int status, String message) {
        return of(status, Map.of("detail", message));
    }

    /** 404 of an object look-up, for example {@code notFound("Task")}. */
    public static ApiException notFound(String model) {
        return detail(404, "No " + model + " matches the given query.");
    }

    /** 404 of an unparsable id. */
    public static ApiException notFound() {
        return detail(404, "Not found.");
    }

    /** 403 of a permission rule. */
    public static ApiException forbidden() {
        return detail(403, "You do not have permission to perform this action.");
    }

    /** 403 of a PATCH with a member that no scope covers. */
    public static ApiException unknownField() {
        return detail(403, "Attempted to update an unknown field");
    }

    /** 401 of a call without credentials. */
    public static ApiException unauthenticated() {
        return unauthenticated("Authentication credentials were not provided.");
    }

    /** 401 with a challenge of the scheme {@code Token}: a {@code Basic} one would make browsers ask for a password. */
    public static ApiException unauthenticated(String message) {
        return detail(401, message).with("WWW-Authenticate", "Token");
    }

    /** 400 as a JSON array of messages: a business rule that was violated. */
    public static ApiException rule(String... messages) {
        return of(400, List.of(messages));
    }

    /** 400 of one field: {@code {"field": ["message"]}}. */
    public static ApiException field(String field, String message) {
        return of(400, Map.of(field, List.of(message)));
    }

    /** 400 of the whole body: {@code {"non_field_errors": ["message"]}}. */
    public static ApiException body(String message) {
        return field("non_field_errors", message);
    }

    /** 405 with the API's text. */
    public static ApiException methodNotAllowed(String method) {
        return detail(405, "Method \"" + method + "\" not allowed.");
    }

    /** 415 with the API's text; {@code type} is the whole header as sent, empty when it was missing. */
    public static ApiException unsupportedMediaType(String type) {
        return detail(415, "Unsupported media type \"" + type + "\" in request.");
    }

    /** The same refusal with one more header. */
    public ApiException with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ApiException(status, body, text, more);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The body: something Jackson writes, a text when {@link #isText()}, or {@code null}. */
    public Object body() {
        return body;
    }

    /** Whether the body goes out as plain text rather than JSON. */
    public boolean isText() {
        return text;
    }

    /** Headers of the answer. */
    public Map<String, String> headers() {
        return headers;
    }
}
