package io.limn.common.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.limn.common.api.ApiException;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Asks auth-service. Answers, also that there is nothing, are kept for a second: as long as any change may take to be
 * seen everywhere.
 */
@ApplicationScoped
@DefaultBean
class RemoteOrganizations implements OrganizationDirectory {
    private static final String PATH = "/internal/organizations";

    private final ServiceClient services;
    private final Cache<String, Optional<Known>> organizations = cache();
    private final Cache<Member, Optional<Principal.Membership>> members = cache();

    private record Member(long user, long organization) {}

    RemoteOrganizations(ServiceClient services) {
        this.services = services;
    }

    private static <K, V> Cache<K, V> cache() {
        return Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(Duration.ofSeconds(1))
                .build();
    }

    @Override
    public Optional<Known> bySlug(String slug) {
        return find("slug=" + URLEncoder.encode(slug, StandardCharsets.UTF_8));
    }

    @Override
    public Optional<Known> byId(long id) {
        return find("id=" + id);
    }

    private Optional<Known> find(String query) {
        var kept = organizations.getIfPresent(query);
        if (kept != null) {
            return kept;
        }
        var answer = services.call("auth", "GET", PATH + "?" + query, null);
        var found = answer.status() == 404
                ? Optional.<Known>empty()
                : Optional.of(answer.orRelay().body())
                        .map(body -> new Known(
                                body.path("id").asLong(), body.path("slug").asText()));
        organizations.put(query, found);
        return found;
    }

    @Override
    public Optional<Principal.Membership> membership(Principal user, long organization) {
        var stated = user.stated(organization);
        if (stated.isPresent()) {
            return stated;
        }
        var key = new Member(user.id(), organization);
        var kept = members.getIfPresent(key);
        if (kept != null) {
            return kept;
        }
        var found = ask(user, key);
        members.put(key, found);
        return found;
    }

    /** A token that states all memberships stands for itself while auth-service is away. */
    private Optional<Principal.Membership> ask(Principal user, Member key) {
        try {
            var path = PATH + "/" + key.organization() + "/members/" + key.user();
            var answer = services.call("auth", "GET", path, null);
            if (answer.status() == 404) {
                return Optional.empty();
            }
            var body = answer.orRelay().body();
            return Optional.of(new Principal.Membership(
                    key.organization(),
                    body.path("slug").asText(),
                    Role.valueOf(body.path("role").asText().toUpperCase(Locale.ROOT)),
                    body.path("owner").asBoolean()));
        } catch (ApiException away) {
            if (user.hasMoreMemberships()) {
                throw away;
            }
            return Optional.empty();
        }
    }
}
