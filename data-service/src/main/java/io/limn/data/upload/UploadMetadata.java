package io.limn.data.upload;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The header {@code Upload-Metadata}: pairs of a key and a value in Base64, separated by commas; a value may be missing. */
final class UploadMetadata {
    private UploadMetadata() {}

    /**
     * The decoded pairs.
     *
     * @param header {@code null} when it was not sent
     * @throws IllegalArgumentException when a value is not Base64
     */
    static Map<String, String> parse(String header) {
        var pairs = new HashMap<String, String>();
        for (var pair : header == null ? new String[0] : header.split(",")) {
            var words = pair.strip().split("\\s+", 2);
            if (!words[0].isEmpty()) {
                var value =
                        words.length == 1 ? new byte[0] : Base64.getDecoder().decode(words[1]);
                pairs.put(words[0], new String(value, StandardCharsets.UTF_8));
            }
        }
        return pairs;
    }
}
