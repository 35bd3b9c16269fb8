package io.limn.common.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limn.common.api.ApiException;
import io.limn.common.identity.OrganizationContext.Kind;
import io.limn.common.identity.OrganizationContext.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrganizationContextTest {
    private final Directory directory = new Directory();
    private final Principal ann = new Principal(
            1,
            "ann",
            "",
            "",
            "",
            Set.of("user"),
            false,
            false,
            Principal.SignIn.TOKEN,
            null,
            false,
            List.of(new Principal.Membership(7, "seven", Role.SUPERVISOR, false)),
            false,
            "",
            directory);

    @Test
    void oneThatTheTokenStatesIsNotLookedFor() {
        assertThat(resolve("seven", null, null).role()).isEqualTo(Role.SUPERVISOR);
        assertThat(resolve(null, "seven", null).organization()).isEqualTo(7);
        assertThat(resolve(null, null, "7").slug()).isEqualTo("seven");
        assertThat(directory.asked).isEmpty();
    }

    @Test
    void oneOfOthersExistsButGivesNoRole() {
        assertThat(resolve("eight", null, null))
                .isEqualTo(new OrganizationContext(Kind.ORGANIZATION, 8L, "eight", null, false));
        assertThat(resolve(null, null, "8").organization()).isEqualTo(8);
    }

    @Test
    void aMembershipYoungerThanTheTokenCounts() {
        assertThat(resolve("nine", null, null).role()).isEqualTo(Role.WORKER);
    }

    @Test
    void anUnknownOneIsNotFound() {
        assertFault(404, "SEVEN", null, null);
        assertFault(404, null, null, "99");
        assertFault(404, "no slug\0", null, null);
        assertThat(directory.asked).doesNotContain("no slug\0");
    }

    @Test
    void anEmptyOneIsThePersonalWorkspace() {
        assertThat(resolve("", null, null).kind()).isEqualTo(Kind.PERSONAL);
        assertThat(resolve(null, "", null).kind()).isEqualTo(Kind.PERSONAL);
        assertThat(resolve(null, null, "").kind()).isEqualTo(Kind.PERSONAL);
        assertThat(resolve(null, null, null).kind()).isEqualTo(Kind.NOT_GIVEN);
    }

    @Test
    void contradictionsAreFaults() {
        assertFault(400, "seven", null, "7");
        assertFault(400, null, "seven", "7");
        assertFault(400, "seven", "eight", null);
        assertFault(400, "", "seven", null);
        assertFault(400, null, null, "seven");
    }

    @Test
    void theWorkspaceOfAnEventIsNeverLookedFor() {
        assertThat(new Parameters("seven", null, null).stated(ann)).isEqualTo(7);
        assertThat(new Parameters("eight", null, null).stated(ann)).isNull();
        assertThat(new Parameters("seven", null, null).stated(null)).isNull();
        assertThat(directory.asked).isEmpty();
    }

    private OrganizationContext resolve(String slug, String header, String id) {
        return new Parameters(slug, header, id).resolve(ann, directory);
    }

    private void assertFault(int status, String slug, String header, String id) {
        assertThatThrownBy(() -> resolve(slug, header, id))
                .isInstanceOfSatisfying(
                        ApiException.class, fault -> assertThat(fault.status()).isEqualTo(status));
    }

    private static final class Directory implements OrganizationDirectory {
        private final Map<String, Long> known = Map.of("seven", 7L, "eight", 8L, "nine", 9L);
        private final List<String> asked = new ArrayList<>();

        @Override
        public Optional<Known> bySlug(String slug) {
            asked.add(slug);
            return Optional.ofNullable(known.get(slug)).map(id -> new Known(id, slug));
        }

        @Override
        public Optional<Known> byId(long id) {
            asked.add(String.valueOf(id));
            return known.entrySet().stream()
                    .filter(entry -> entry.getValue() == id)
                    .map(entry -> new Known(id, entry.getKey()))
                    .findFirst();
        }

        @Override
        public Optional<Principal.Membership> membership(Principal user, long organization) {
            return user.stated(organization)
                    .or(() -> Optional.of(new Principal.Membership(9, "nine", Role.WORKER, false))
                            .filter(membership -> organization == membership.id()));
        }
    }
}
