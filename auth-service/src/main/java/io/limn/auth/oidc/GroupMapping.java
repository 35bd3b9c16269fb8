package io.limn.auth.oidc;

import io.limn.common.identity.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What groups at the provider mean here, as the settings say. */
@ApplicationScoped
class GroupMapping {
    private static final Set<String> GROUPS = Set.of("admin", "user", "worker");
    private static final Set<Role> ROLES = Set.of(Role.WORKER, Role.SUPERVISOR, Role.MAINTAINER);

    private final boolean assigns;
    private final Set<String> fallback;
    private final Map<String, List<String>> groups;
    private final List<Place> places = new ArrayList<>();

    private record Place(String group, String slug, Role role) {}

    /** Reads the settings. */
    GroupMapping(OidcConfig config) {
        assigns = config.groups().isPresent();
        fallback = Set.of(group(config.defaultGroup()));
        groups = new HashMap<>();
        config.groups().orElse(List.of()).forEach(line -> groups.computeIfAbsent(key(line), key -> new ArrayList<>())
                .add(group(value(line))));
        config.organizations().orElse(List.of()).forEach(line -> places.add(place(line)));
    }

    /** The groups of somebody new. */
    Set<String> first(Person person) {
        return later(person).orElse(fallback);
    }

    /** The groups that somebody has from this sign-in on; empty when they are not assigned from there. */
    Optional<Set<String>> later(Person person) {
        if (!assigns) {
            return Optional.empty();
        }
        var assigned = new TreeSet<String>();
        person.groups().forEach(group -> assigned.addAll(groups.getOrDefault(group, List.of())));
        return Optional.of(assigned.isEmpty() ? fallback : assigned);
    }

    /** The roles of somebody by the slugs of all organizations that the settings name; empty where he has none. */
    Map<String, Optional<Role>> roles(Person person) {
        var roles = new LinkedHashMap<String, Optional<Role>>();
        for (var place : places) {
            var held = person.groups().contains(place.group()) ? Optional.of(place.role()) : Optional.<Role>empty();
            roles.merge(place.slug(), held, GroupMapping::stronger);
        }
        return roles;
    }

    private static Optional<Role> stronger(Optional<Role> one, Optional<Role> other) {
        return other.isEmpty() || one.isPresent() && one.get().atLeast(other.get()) ? one : other;
    }

    private static String group(String name) {
        if (!GROUPS.contains(name)) {
            throw new IllegalStateException("There is no group " + name + "; there are admin, user and worker");
        }
        return name;
    }

    private static Place place(String line) {
        var target = value(line).split(":", -1);
        if (target.length == 2) {
            try {
                var role = Role.valueOf(target[1].toUpperCase(Locale.ROOT));
                if (ROLES.contains(role)) {
                    return new Place(key(line), target[0], role);
                }
            } catch (IllegalArgumentException noRole) {
                throw malformed(line);
            }
        }
        throw malformed(line);
    }

    private static IllegalStateException malformed(String line) {
        return new IllegalStateException(
                "No organization and role (group=slug:worker, supervisor or maintainer): " + line);
    }

    /** Names of groups there may hold the sign themselves, so the last one counts. */
    private static String key(String line) {
        int end = line.lastIndexOf('=');
        if (end <= 0) {
            throw new IllegalStateException("No group there and group here (there=here): " + line);
        }
        return line.substring(0, end).strip();
    }

    private static String value(String line) {
        return line.substring(line.lastIndexOf('=') + 1).strip();
    }
}
