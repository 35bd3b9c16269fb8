package io.limn.deploy.helm;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The pods of deployments and jobs. */
final class Pods {
    private Pods() {}

    static Stream<PodSpec> of(List<HasMetadata> manifests) {
        return manifests.stream()
                .filter(manifest -> manifest instanceof Deployment || manifest instanceof Job)
                .map(Pods::of);
    }

    static PodSpec of(HasMetadata manifest) {
        return manifest instanceof Job job
                ? job.getSpec().getTemplate().getSpec()
                : ((Deployment) manifest).getSpec().getTemplate().getSpec();
    }

    static Stream<Container> containers(PodSpec pod) {
        return Stream.concat(pod.getContainers().stream(), pod.getInitContainers().stream());
    }

    /** The plain values of the environment; {@code null} for those from Secrets. */
    static Map<String, String> environment(HasMetadata manifest) {
        var environment = new HashMap<String, String>();
        of(manifest)
                .getContainers()
                .getFirst()
                .getEnv()
                .forEach(entry -> environment.put(entry.getName(), entry.getValue()));
        return environment;
    }

    static Map<String, String> environment(List<Deployment> deployments, String service) {
        return deployments.stream()
                .filter(deployment -> deployment.getMetadata().getName().endsWith(service))
                .map(Pods::environment)
                .findFirst()
                .orElseThrow();
    }

    static boolean hasDatabase(HasMetadata manifest) {
        return environment(manifest).containsKey("QUARKUS_DATASOURCE_JDBC_URL");
    }
}
