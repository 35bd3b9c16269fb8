package io.limn.auth.credential;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.common.api.Input;
import java.util.regex.Pattern;

/** The form of e-mail addresses. */
public final class EmailAddress {
    private static final String FAULT = "Enter a valid email address.";
    private static final int MOST = 320;
    private static final String ATOM = "[-!#$%&'*+/=?^_`{}|~0-9A-Za-z]+";
    private static final String LABEL =
            "[A-Za-z0-9\\u00a1-\\uffff](?:[A-Za-z0-9\\u00a1-\\uffff-]{0,61}[A-Za-z0-9\\u00a1-\\uffff])?";
    private static final Pattern FORM = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*@(?:localhost|(?:" + LABEL
            + "\\.)+(?!-)[A-Za-z0-9\\u00a1-\\uffff-]{2,63}(?<!-))");

    private EmailAddress() {}

    /**
     * Reads a JSON value as an address; a blank one is empty.
     *
     * @throws Input.Refused when it is none
     */
    public static String read(JsonNode value) throws Input.Refused {
        if (value.isTextual() && value.textValue().isBlank()) {
            return "";
        }
        if (value.isTextual() && value.textValue().indexOf('\0') >= 0) {
            throw new Input.Refused("Null characters are not allowed.");
        }
        var text = value.isTextual() ? value.textValue().strip() : "";
        if (text.length() > MOST || !FORM.matcher(text).matches()) {
            throw new Input.Refused(FAULT);
        }
        return text;
    }
}
