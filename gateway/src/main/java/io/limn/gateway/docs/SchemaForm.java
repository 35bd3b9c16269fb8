package io.limn.gateway.docs;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A form of the API's description.
 *
 * @param mediaType its media type
 * @param extension of its file name: {@code json} or {@code yaml}
 */
record SchemaForm(String mediaType, String extension) {
    private static final SchemaForm YAML = new SchemaForm("application/vnd.oai.openapi; charset=utf-8", "yaml");
    private static final SchemaForm JSON = new SchemaForm("application/vnd.oai.openapi+json", "json");

    /** In the order in which a client's wildcard is read. */
    private static final List<SchemaForm> FORMS =
            List.of(YAML, new SchemaForm("application/yaml", "yaml"), JSON, new SchemaForm("application/json", "json"));

    /** The form that a client asks for by name or by media types; YAML when it does not mind. */
    static Optional<SchemaForm> of(String accept, String scheme) {
        if (scheme != null) {
            return switch (scheme) {
                case "json" -> Optional.of(JSON);
                case "yaml" -> Optional.of(YAML);
                default -> Optional.empty();
            };
        }
        if (accept == null || accept.isBlank()) {
            return Optional.of(YAML);
        }
        var types = List.of(accept.toLowerCase(Locale.ROOT).split(",")).stream()
                .map(SchemaForm::bare)
                .toList();
        return FORMS.stream()
                .filter(form -> types.contains(bare(form.mediaType())))
                .findFirst()
                .or(() -> types.contains("application/vnd.cvat+json") ? Optional.of(JSON) : Optional.empty())
                .or(() -> types.contains("*/*") || types.contains("application/*")
                        ? Optional.of(YAML)
                        : Optional.empty());
    }

    private static String bare(String type) {
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip();
    }

    boolean isJson() {
        return extension.equals("json");
    }
}
