package io.limn.standalone;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The settings of every service process, as environment variables. */
final class Environments {
    private final Options options;
    private final Folder folder;
    private final Keys keys;
    private final Administrator administrator;
    private final Map<String, String> told;

    /** @param launcher environment of the launcher: by it can be told where objects are kept and where services are */
    Environments(Options options, Folder folder, Keys keys, Administrator administrator, Map<String, String> launcher) {
        this.options = options;
        this.folder = folder;
        this.keys = keys;
        this.administrator = administrator;
        this.told = launcher.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("LIMN_BLOB_")
                        || entry.getKey().startsWith("LIMN_SERVICES_"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Map<String, String> of(
            ServiceProcess process, PostgresServer postgres, KafkaServer kafka, List<ServiceProcess> all) {
        Service service = process.service();
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", service == Service.GATEWAY ? options.host() : "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(process.port()));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(process.managementPort()));
        environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        // Defaults that all services share name extensions that not every service has.
        environment.put("QUARKUS_LOG_CATEGORY__IO_QUARKUS_CONFIG__LEVEL", "ERROR");
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        environment.put("LIMN_IDENTITY_SERVICE_KEY", keys.privateKey(service).toString());
        environment.put("LIMN_IDENTITY_SERVICE_JWKS", keys.publicKeys().toString());
        environment.put("LIMN_IDENTITY_JWKS_URL", urls(Service.AUTH, all).split(",", 2)[0] + "/internal/jwks");
        environment.put("LIMN_BLOB_KIND", "folder");
        environment.put("LIMN_BLOB_FOLDER", folder.blobs().toString());
        // Fewer arenas: memory freed by one native thread serves the next instead of staying with its own.
        environment.put("MALLOC_ARENA_MAX", "2");
        for (Service other : Service.values()) {
            if (other != Service.GATEWAY) {
                environment.put("LIMN_SERVICES_" + other.shortName().toUpperCase(Locale.ROOT), urls(other, all));
            }
        }
        service.database().ifPresent(database -> {
            environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.url(database));
            environment.put("QUARKUS_DATASOURCE_USERNAME", postgres.user());
            environment.put("QUARKUS_DATASOURCE_PASSWORD", postgres.password());
        });
        if (service == Service.GATEWAY) {
            options.ui().ifPresent(ui -> environment.put("LIMN_GATEWAY_UI", ui.toString()));
            environment.putAll(readiness(all));
        }
        if (service == Service.AUTH) {
            environment.putAll(administrator.environment());
            environment.put("LIMN_AUTH_KEY_ENCRYPTION_SECRET", keys.sealingSecret());
        }
        if (service == Service.DATA) {
            environment.put("LIMN_SECRETS_FILE", keys.credentialKeysFile().toString());
        }
        environment.putAll(told);
        return environment;
    }

    /** Management ports are not always the usual ones, so the gateway is told where each service says that it is ready. */
    private static Map<String, String> readiness(List<ServiceProcess> all) {
        return all.stream()
                .filter(process -> process.service() != Service.GATEWAY)
                .collect(Collectors.toMap(
                        process -> "LIMN_GATEWAY_HEALTH_READINESS_"
                                + process.service().shortName().toUpperCase(Locale.ROOT),
                        process -> "http://127.0.0.1:" + process.managementPort() + "/q/health/ready",
                        (one, other) -> one + "," + other));
    }

    private static String urls(Service service, List<ServiceProcess> all) {
        return all.stream()
                .filter(process -> process.service() == service)
                .map(ServiceProcess::url)
                .collect(Collectors.joining(","));
    }
}
