package io.limn.data.cloudstorage;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What only some providers know of a bucket.
 *
 * @param values region, address and the like, by name
 */
public record Attributes(Map<String, String> values) {
    /**
     * Reads {@code name=value&name=value}, the values percent-encoded.
     *
     * @throws IllegalArgumentException when it cannot be read or names an address that is none
     */
    static Attributes parse(String text) {
        var values = new LinkedHashMap<String, String>();
        for (var pair : text.isBlank() ? new String[0] : text.split("&", -1)) {
            var sides = pair.split("=", -1);
            if (sides.length != 2) {
                throw new IllegalArgumentException("Not a pair");
            }
            values.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
        }
        var attributes = new Attributes(values);
        attributes.endpoint();
        attributes.region();
        return attributes;
    }

    private Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    /** Address of the server that the bucket is on, for others than the provider's own. */
    public Optional<URI> endpoint() {
        return get("endpoint_url").map(text -> {
            var uri = URI.create(text.strip());
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (uri.getHost() == null || !scheme.equals("http") && !scheme.equals("https")) {
                throw new IllegalArgumentException("No address of a server");
            }
            return uri;
        });
    }

    /** The region for which requests are signed. */
    public Optional<String> region() {
        return get("region").map(region -> {
            if (!region.matches("[A-Za-z0-9-]{1,40}")) {
                throw new IllegalArgumentException("No region");
            }
            return region;
        });
    }

    /** With what the keys begin that belong to the storage; empty for all. */
    public String prefix() {
        return values.getOrDefault("prefix", "");
    }
}
