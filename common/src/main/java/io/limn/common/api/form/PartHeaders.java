package io.limn.common.api.form;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the headers of a form's part say.
 *
 * @param name     name of the field, {@code null} when there is none
 * @param filename name of the file as sent, {@code null} for a text field
 * @param type     media type without parameters, {@code null} when there is none
 */
record PartHeaders(String name, String filename, String type) {
    private static final Pattern DISPOSITION =
            Pattern.compile("^content-disposition:\\s*form-data(.*)$", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern TYPE =
            Pattern.compile("^content-type:\\s*([^;\\s]+)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([\\w*]+)\\s*=\\s*(?:\"((?:\\\\.|[^\"\\\\])*)\"|([^;\\s]*))");

    static PartHeaders parse(String headers) {
        var disposition = DISPOSITION.matcher(headers);
        if (!disposition.find()) {
            return new PartHeaders(null, null, null);
        }
        String name = null;
        String filename = null;
        boolean extended = false;
        var parameter = PARAMETER.matcher(disposition.group(1));
        while (parameter.find()) {
            var value = parameter.group(2) == null
                    ? parameter.group(3)
                    : parameter.group(2).replaceAll("\\\\([\"\\\\])", "$1");
            switch (parameter.group(1).toLowerCase(Locale.ROOT)) {
                case "name" -> name = value;
                case "filename" -> filename = extended ? filename : value.replace("%22", "\"");
                case "filename*" -> {
                    filename = decode(value, filename);
                    extended = true;
                }
                default -> {
                    // Other parameters mean nothing to a form.
                }
            }
        }
        return new PartHeaders(name, filename, type(headers));
    }

    private static String type(String headers) {
        var type = TYPE.matcher(headers);
        return type.find() ? type.group(1).toLowerCase(Locale.ROOT) : null;
    }

    /** A value of RFC 5987: character set, language and percent-encoded text, separated by apostrophes. */
    private static String decode(String value, String otherwise) {
        var pieces = value.split("'", 3);
        if (pieces.length < 3) {
            return otherwise;
        }
        try {
            var charset = pieces[0].isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(pieces[0]);
            return URLDecoder.decode(pieces[2].replace("+", "%2B"), charset);
        } catch (IllegalArgumentException undecodable) {
            return otherwise;
        }
    }
}
