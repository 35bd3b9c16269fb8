package io.limn.deploy.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChartTest {
    private static final String[] SERVICES = {
        "test-limn-auth-service",
        "test-limn-data-service",
        "test-limn-gateway",
        "test-limn-lambda-service",
        "test-limn-task-service"
    };

    static Stream<Chart> charts() {
        return Stream.of(
                Chart.minimum(),
                Chart.minimum().with("everything.yaml"),
                Chart.minimum().with("references.yaml"),
                Chart.minimum().with("everything.yaml").with("references.yaml"));
    }

    @Test
    void theChartIsFreeOfLint() {
        var lint = Chart.lint();

        assertThat(lint.isFailed()).as(String.join("\n", lint.getMessages())).isFalse();
    }

    @ParameterizedTest
    @MethodSource("charts")
    void everyManifestIsUnderstoodToTheLastMember(Chart chart) {
        assertThat(chart.render()).isNotEmpty().allSatisfy(manifest -> assertThat(
                        manifest.getMetadata().getLabels())
                .containsEntry("app.kubernetes.io/part-of", "limn"));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void noTwoManifestsHaveOneName(Chart chart) {
        assertThat(chart.render().stream()
                        .map(m -> m.getKind() + " " + m.getMetadata().getName()))
                .doesNotHaveDuplicates();
    }

    @Test
    void eachServiceHasADeploymentAndAnAddress() {
        var chart = Chart.minimum();

        assertThat(names(chart.render(Deployment.class))).containsExactlyInAnyOrder(SERVICES);
        assertThat(names(chart.render(Service.class))).containsExactlyInAnyOrder(SERVICES);
        assertThat(names(chart.render(NetworkPolicy.class))).containsExactlyInAnyOrder(SERVICES);
    }

    @Test
    void scaledServicesKeepNoFixedNumberOfReplicas() {
        var chart = Chart.minimum();
        var scaled = names(chart.render(HorizontalPodAutoscaler.class));

        assertThat(scaled).hasSize(4);
        assertThat(names(chart.render(PodDisruptionBudget.class))).containsExactlyInAnyOrderElementsOf(scaled);
        assertThat(chart.render(Deployment.class))
                .allSatisfy(deployment -> assertThat(deployment.getSpec().getReplicas() == null)
                        .isEqualTo(scaled.contains(deployment.getMetadata().getName())));
    }

    @Test
    void databasesAreMigratedByJobsAndPodsWait() {
        var chart = Chart.minimum();

        assertThat(chart.render(Job.class)).hasSize(4).allSatisfy(job -> assertThat(Pods.environment(job))
                .containsEntry("QUARKUS_FLYWAY_MIGRATE_AT_START", "true")
                .containsEntry("QUARKUS_INIT_AND_EXIT", "true"));
        assertThat(chart.render(Deployment.class))
                .filteredOn(Pods::hasDatabase)
                .hasSize(4)
                .allSatisfy(pod -> assertThat(Pods.environment(pod))
                        .containsEntry("QUARKUS_FLYWAY_MIGRATE_AT_START", "false")
                        .containsEntry("QUARKUS_FLYWAY_VALIDATE_AT_START", "true"));
    }

    @Test
    void anotherImageMigratesByAnotherJob() {
        var jobs = names(Chart.minimum().render(Job.class));

        assertThat(names(Chart.minimum().render(Job.class))).isEqualTo(jobs);
        assertThat(names(Chart.minimum().with("image.tag", "2.0.0").render(Job.class)))
                .doesNotContainAnyElementsOf(jobs);
    }

    @Test
    void withoutJobsPodsMigrateThemselves() {
        var chart = Chart.minimum().with("references.yaml");

        assertThat(chart.render(Job.class)).isEmpty();
        assertThat(chart.render(Deployment.class)).filteredOn(Pods::hasDatabase).allSatisfy(pod -> assertThat(
                        Pods.environment(pod))
                .containsEntry("QUARKUS_FLYWAY_MIGRATE_AT_START", "true"));
    }

    @Test
    void theIngressLeadsToTheGateway() {
        var chart = Chart.minimum().with("everything.yaml").with("fullnameOverride", "test-limn");
        var rule = chart.render(Ingress.class).getFirst().getSpec().getRules().getFirst();

        assertThat(rule.getHost()).isEqualTo("limn.example.com");
        assertThat(rule.getHttp()
                        .getPaths()
                        .getFirst()
                        .getBackend()
                        .getService()
                        .getName())
                .isEqualTo("test-limn-gateway");
        assertThat(Pods.environment(chart.render(Deployment.class), "gateway"))
                .containsEntry("LIMN_GATEWAY_EXCHANGE_SECURE_COOKIES", "true")
                .containsEntry("QUARKUS_LOG_LEVEL", "WARN");
    }

    @Test
    void secretsStayOutOfEverythingElse() {
        var open = Chart.minimum().with("everything.yaml").render().stream()
                .filter(manifest -> !(manifest instanceof Secret))
                .map(io.fabric8.kubernetes.client.utils.Serialization::asYaml);

        assertThat(open).noneMatch(manifest -> manifest.contains("secret-of-the"));
    }

    @Test
    void givenSecretsAreNotMadeAgain() {
        assertThat(Chart.minimum().with("references.yaml").render(Secret.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql.host, '', postgresql.host",
        "kafka.bootstrapServers, '', kafka.bootstrapServers",
        "storage.s3.bucket, '', storage.s3.bucket",
        "storage.kind, ftp, storage",
        "services.gateway.replica, 3, replica",
        "services.task-service.autoscaling.targetCpu, 200, targetCpu"
    })
    void wrongValuesAreRefusedByName(String path, String value, String named) {
        assertThatThrownBy(() -> Chart.minimum().with(path, value).text()).hasMessageContaining(named);
    }

    private static List<String> names(List<? extends HasMetadata> manifests) {
        return manifests.stream()
                .map(manifest -> manifest.getMetadata().getName())
                .toList();
    }
}
