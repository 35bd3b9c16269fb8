package io.limn.common.identity;

import io.limn.common.api.ApiException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What personal access tokens may be used for, whatever their owner may do: a table that all services share
 * ({@code permissions/access-tokens-overlay.csv}). It only forbids, and what it does not know is forbidden.
 */
public final class TokenOverlay {
    private static final String TABLE = "permissions/access-tokens-overlay.csv";
    private static final TokenOverlay SHARED = load();

    /** What becomes of a request. */
    public enum Outcome {
        YES,
        NO,
        LOCAL,
        IGNORED
    }

    /**
     * One row.
     *
     * @param methods   HTTP methods; {@code *} for all
     * @param path      path of the resource
     * @param readOnly  for tokens that only read
     * @param readWrite for the others
     */
    public record Row(Set<String> methods, String path, Outcome readOnly, Outcome readWrite) {
        private static final String BELOW = "/**";

        private static Row parse(String line) {
            var cells = Arrays.stream(line.split(",", -1)).map(String::strip).toArray(String[]::new);
            if (cells.length != 4) {
                throw new IllegalArgumentException("A row has four cells: " + line);
            }
            return new Row(Set.of(cells[0].split(" +")), cells[1], outcome(cells[2]), outcome(cells[3]));
        }

        private static Outcome outcome(String word) {
            return Outcome.valueOf(word.toUpperCase(Locale.ROOT));
        }

        boolean fits(String method, String resource) {
            if (!methods.contains("*") && !methods.contains(method)) {
                return false;
            }
            if (!path.endsWith(BELOW)) {
                return path.equals(resource);
            }
            var root = path.substring(0, path.length() - BELOW.length());
            return resource.equals(root) || resource.startsWith(root + "/");
        }
    }

    private final List<Row> rows;

    private TokenOverlay(List<Row> rows) {
        this.rows = rows;
    }

    /** The overlay of all services. */
    public static TokenOverlay shared() {
        return SHARED;
    }

    private static TokenOverlay load() {
        try (var in = TokenOverlay.class.getClassLoader().getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("There is no table " + TABLE);
            }
            return new TokenOverlay(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Row::parse)
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All rows, in order. */
    public List<Row> rows() {
        return rows;
    }

    /**
     * What becomes of a request with a token.
     *
     * @param method   HTTP method
     * @param resource path of the resource with {@code {}} for each parameter
     * @param readOnly whether the token only reads
     */
    public Outcome outcome(String method, String resource, boolean readOnly) {
        return rows.stream()
                .filter(row -> row.fits(method, resource))
                .findFirst()
                .map(row -> readOnly ? row.readOnly() : row.readWrite())
                .orElse(Outcome.NO);
    }

    /**
     * Refuses to let a token that only reads write an export to a cloud storage. Where a request names no place, the
     * place is the object's default, which only its service knows: whoever exports asks this before he writes there.
     *
     * @throws ApiException 403
     */
    public static void checkExportToCloud(Principal principal) {
        if (principal.signIn() == Principal.SignIn.ACCESS_TOKEN && principal.readOnly()) {
            throw ApiException.forbidden();
        }
    }
}
