package io.limn.common.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.limn.common.api.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RemoteOrganizationsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AuthService auth = new AuthService();
    private final RemoteOrganizations organizations = new RemoteOrganizations(auth);

    @Test
    void anAnswerIsKeptForAMomentAlsoThatThereIsNothing() {
        auth.answers.put("/internal/organizations?slug=seven", Map.of("id", 7, "slug", "seven"));
        for (int time = 0; time < 2; time++) {
            assertThat(organizations.bySlug("seven")).contains(new OrganizationDirectory.Known(7, "seven"));
            assertThat(organizations.byId(99)).isEmpty();
        }
        assertThat(auth.asked).containsExactly("/internal/organizations?slug=seven", "/internal/organizations?id=99");
    }

    @Test
    void aMembershipThatTheTokenStatesIsNotAskedFor() {
        assertThat(user(false).membership(1)).isPresent();
        assertThat(auth.asked).isEmpty();
    }

    @Test
    void oneBeyondWhatATokenStatesIsAskedFor() {
        auth.answers.put(
                "/internal/organizations/500/members/11", Map.of("slug", "late", "role", "maintainer", "owner", false));
        var user = user(true);

        assertThat(user.membership(500)).contains(new Principal.Membership(500, "late", Role.MAINTAINER, false));
        assertThat(user.membership(501)).isEmpty();
        assertThat(user.membership(501)).isEmpty();
        assertThat(auth.asked).hasSize(2);
    }

    @Test
    void aTokenStandsForItselfWhileNobodyAnswersUnlessItIsIncomplete() {
        auth.away = true;
        assertThat(user(false).membership(500)).isEmpty();
        assertThatThrownBy(() -> user(true).membership(501)).isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> organizations.bySlug("seven")).isInstanceOf(ApiException.class);
    }

    private Principal user(boolean more) {
        return new Principal(
                11,
                "ann",
                "",
                "",
                "",
                Set.of("user"),
                false,
                false,
                Principal.SignIn.SESSION,
                null,
                false,
                List.of(new Principal.Membership(1, "one", Role.WORKER, false)),
                more,
                "",
                organizations);
    }

    private static final class AuthService extends ServiceClient {
        private final Map<String, Object> answers = new java.util.HashMap<>();
        private final List<String> asked = new ArrayList<>();
        private boolean away;

        private AuthService() {
            super(null, null, null, null);
        }

        @Override
        public Answer call(String service, String method, String path, Object body) {
            if (away) {
                throw ApiException.detail(503, "away");
            }
            asked.add(path);
            var answer = answers.get(path);
            return answer == null
                    ? new Answer(404, MissingNode.getInstance())
                    : new Answer(200, JSON.valueToTree(answer));
        }
    }
}
