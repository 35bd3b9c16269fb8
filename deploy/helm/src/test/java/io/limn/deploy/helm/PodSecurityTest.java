package io.limn.deploy.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import org.junit.jupiter.api.Test;

/** What the Pod Security Standard "restricted" asks for, and a little more. */
class PodSecurityTest {
    @Test
    void podsRunWithoutRights() {
        assertThat(Pods.of(Chart.minimum().with("everything.yaml").render()))
                .isNotEmpty()
                .allSatisfy(pod -> {
                    assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
                    assertThat(pod.getSecurityContext().getSeccompProfile().getType())
                            .isEqualTo("RuntimeDefault");
                    assertThat(pod.getAutomountServiceAccountToken()).isFalse();
                    assertThat(Pods.containers(pod)).allSatisfy(container -> {
                        var security = container.getSecurityContext();
                        assertThat(security.getAllowPrivilegeEscalation()).isFalse();
                        assertThat(security.getReadOnlyRootFilesystem()).isTrue();
                        assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
                        assertThat(container.getResources().getLimits()).containsKey("memory");
                    });
                });
    }

    @Test
    void everyServiceIsProbedOnItsManagementPort() {
        assertThat(Chart.minimum().render(Deployment.class)).allSatisfy(deployment -> {
            var container = Pods.of(deployment).getContainers().getFirst();
            assertThat(container.getStartupProbe().getHttpGet().getPath()).isEqualTo("/q/health/started");
            assertThat(container.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/q/health/live");
            assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/q/health/ready");
            assertThat(container.getReadinessProbe().getHttpGet().getPort().getStrVal())
                    .isEqualTo("management");
        });
    }

    @Test
    void aServiceSeesNoPrivateKeyButItsOwn() {
        assertThat(Chart.minimum().render(Deployment.class)).allSatisfy(deployment -> {
            var service = Pods.of(deployment).getContainers().getFirst().getName();
            var keys = Pods.of(deployment).getVolumes().stream()
                    .filter(volume -> volume.getName().equals("keys"))
                    .findFirst()
                    .orElseThrow();
            assertThat(keys.getSecret().getItems())
                    .extracting("key")
                    .containsExactlyInAnyOrder(service + ".jwk.json", "services.jwks.json");
        });
    }
}
