package io.limn.common.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenOverlayTest {
    private final TokenOverlay overlay = TokenOverlay.shared();

    @ParameterizedTest
    @CsvSource({
        "POST, /api/auth/login, YES, YES",
        "POST, /api/auth/logout, YES, YES",
        "POST, /api/auth/register, YES, YES",
        "POST, /api/auth/password/change, IGNORED, IGNORED",
        "POST, /api/auth/password/reset/confirm, YES, YES",
        "GET, /api/auth/access_tokens, YES, YES",
        "GET, /api/auth/access_tokens/self, YES, YES",
        "POST, /api/auth/access_tokens, NO, NO",
        "PATCH, /api/auth/access_tokens/{}, NO, NO",
        "DELETE, /api/auth/access_tokens/{}, NO, NO",
        "GET, /api/auth/sessions, YES, YES",
        "DELETE, /api/auth/sessions/{}, NO, NO",
        "GET, /api/users, YES, YES",
        "HEAD, /api/users/{}, YES, YES",
        "PATCH, /api/users/{}, NO, NO",
        "DELETE, /api/users/{}, NO, NO",
        "GET, /api/events/download, YES, YES",
        "POST, /api/events/export, LOCAL, YES",
        "POST, /api/events, NO, NO",
        "POST, /api/projects/{}/dataset/export, LOCAL, YES",
        "POST, /api/projects/{}/backup/export, LOCAL, YES",
        "POST, /api/tasks/{}/dataset/export, LOCAL, YES",
        "POST, /api/tasks/{}/backup/export, LOCAL, YES",
        "POST, /api/jobs/{}/dataset/export, LOCAL, YES",
        "GET, /api/jobs/{}/annotations, YES, YES",
        "OPTIONS, /api/organizations/{}, YES, YES",
        "POST, /api/organizations, NO, YES",
        "PATCH, /api/tasks/{}, NO, YES",
        "DELETE, /api/projects/{}, NO, YES",
        "POST, /api/tasks/{}/data, NO, YES",
        "POST, /api/projects/{}/dataset, NO, YES",
        "GET, /elsewhere, NO, NO",
        "GET, '', NO, NO",
        "POST, /api/usersx, NO, YES",
    })
    void decidesByMethodAndResource(
            String method, String path, TokenOverlay.Outcome readOnly, TokenOverlay.Outcome readWrite) {
        assertThat(overlay.outcome(method, path, true)).isEqualTo(readOnly);
        assertThat(overlay.outcome(method, path, false)).isEqualTo(readWrite);
    }

    @Test
    void noRowIsHiddenByOneBeforeIt() {
        var hidden = new HashSet<TokenOverlay.Row>();
        for (var row : overlay.rows()) {
            var path = row.path().replace("/**", "/anything");
            var method = row.methods().contains("*")
                    ? "DELETE"
                    : row.methods().iterator().next();
            var first = overlay.rows().stream()
                    .filter(other -> other.fits(method, path))
                    .findFirst();
            if (!row.equals(first.orElse(null))) {
                hidden.add(row);
            }
        }

        assertThat(hidden).isEmpty();
    }

    @Test
    void aTokenThatOnlyReadsNeverGetsMoreThanAnother() {
        for (var row : overlay.rows()) {
            if (row.readWrite() != TokenOverlay.Outcome.YES) {
                assertThat(row.readOnly()).isEqualTo(row.readWrite());
            }
            if (row.methods().equals(Set.of("*"))) {
                assertThat(row.readOnly()).isEqualTo(TokenOverlay.Outcome.NO);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "//api/users/{id}/, /api/users/{}",
        "'/api/tasks/{id}/data//{file:\\d+_[0-9a-f-]{36}}', /api/tasks/{}/data/{}",
        "/, /",
    })
    void aParameterIsAParameterWhateverItsPattern(String template, String plain) {
        assertThat(ResourcePaths.plain(template)).isEqualTo(plain);
    }
}
