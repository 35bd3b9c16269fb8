package io.limn.deploy.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Reads manifests as a strict API server does: members that a kind does not have are an error. */
final class Manifests {
    private static final Set<String> CUSTOM = Set.of("PodMonitor");

    private Manifests() {}

    static List<HasMetadata> parse(String text) {
        return Arrays.stream(text.split("(?m)^---$", -1))
                .filter(Manifests::isManifest)
                .map(Manifests::parseOne)
                .toList();
    }

    private static boolean isManifest(String document) {
        return document.lines().anyMatch(line -> !line.isBlank() && !line.startsWith("#"));
    }

    private static HasMetadata parseOne(String document) {
        HasMetadata manifest = Serialization.unmarshal(document);
        if (manifest instanceof GenericKubernetesResource custom) {
            assertThat(CUSTOM).as("kinds without a model").contains(custom.getKind());
        } else {
            assertThat(UnknownMembers.of(manifest))
                    .as("members that a %s does not have", manifest.getKind())
                    .isEmpty();
        }
        return manifest;
    }
}
