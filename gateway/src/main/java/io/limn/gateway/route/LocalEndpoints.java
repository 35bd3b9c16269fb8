package io.limn.gateway.route;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The gateway's own endpoints by name. */
@Singleton
final class LocalEndpoints {
    private static final String UI = "ui";

    private final Map<String, LocalEndpoint> byName;

    LocalEndpoints(@All List<LocalEndpoint> endpoints, RouteTable table) {
        byName = endpoints.stream().collect(Collectors.toUnmodifiableMap(LocalEndpoint::name, Function.identity()));
        for (var route : table.routes()) {
            if (route.isOwn() && !byName.containsKey(route.endpoint())) {
                throw new IllegalStateException("No endpoint is named " + route.endpoint());
            }
        }
    }

    LocalEndpoint of(Route route) {
        return byName.get(route.endpoint());
    }

    /** What answers every path that is not in the table. */
    LocalEndpoint ui() {
        return byName.get(UI);
    }
}
