package io.limn.gateway.health;

import io.limn.gateway.upstream.Clients;
import io.limn.gateway.upstream.Upstreams;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks the replicas of the services whether they are ready. */
@Singleton
final class ServiceProbe {
    static final String WORKING = "working";

    private final Upstreams upstreams;
    private final Clients clients;
    private final HealthConfig config;

    ServiceProbe(Upstreams upstreams, Clients clients, HealthConfig config) {
        this.upstreams = upstreams;
        this.clients = clients;
        this.config = config;
    }

    /** What each service says of itself: {@code working}, or a message. */
    Future<Map<String, String>> ask() {
        var names = List.copyOf(upstreams.names());
        var parts = names.stream().map(this::ask).toList();
        return Future.all(new ArrayList<>(parts)).map(done -> {
            var all = new TreeMap<String, String>();
            for (int i = 0; i < names.size(); i++) {
                all.put(names.get(i), parts.get(i).result());
            }
            return all;
        });
    }

    /** A service works when one of its replicas does. */
    private Future<String> ask(String service) {
        var replicas = addresses(service).stream().map(this::ask).toList();
        return Future.all(new ArrayList<>(replicas)).map(done -> {
            var states = replicas.stream().map(Future::result).toList();
            return states.contains(WORKING) ? WORKING : states.getFirst();
        });
    }

    private List<URI> addresses(String service) {
        return config.readiness()
                .getOrDefault(
                        service,
                        upstreams.of(service).replicas().stream()
                                .map(replica -> management(replica.address()))
                                .toList());
    }

    private URI management(URI service) {
        int port = service.getPort() < 0 ? 80 : service.getPort();
        return URI.create("http://" + service.getHost() + ":" + (port + config.managementOffset()) + config.path());
    }

    private Future<String> ask(URI address) {
        var options = new RequestOptions()
                .setAbsoluteURI(address.toString())
                .setMethod(HttpMethod.GET)
                .setTimeout(config.timeout().toMillis());
        return clients.here()
                .request(options)
                .compose(request -> request.send())
                .compose(response -> response.body()
                        .map(body ->
                                response.statusCode() == 200 ? WORKING : "not ready (" + response.statusCode() + ")"))
                .otherwise("unavailable");
    }
}
