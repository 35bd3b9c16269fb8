package io.limn.gateway.ui;

import io.limn.gateway.http.Answers;
import io.limn.gateway.http.OwnFile;
import io.limn.gateway.route.Call;
import io.limn.gateway.route.LocalEndpoint;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** {@code /static/**}: files of our own, and those of the viewer of the API's description. */
@Singleton
final class StaticFiles implements LocalEndpoint {
    private static final Pattern OWN = Pattern.compile("/static/([A-Za-z0-9-]+\\.[a-z0-9]+)");
    private static final Pattern VIEWER = Pattern.compile("/static/swagger/([A-Za-z0-9-]+\\.(?:js|css|png|ico|html))");

    private final Map<String, Optional<OwnFile>> files = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "static";
    }

    @Override
    public Gate gate() {
        return Gate.OPEN;
    }

    @Override
    public void answer(Call call) {
        var file = resource(call.path()).flatMap(this::file);
        if (file.isEmpty()) {
            Answers.nothingThere(call.request());
        } else {
            call.request().response().putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=3600");
            file.get().send(call.request());
        }
    }

    private static Optional<String> resource(String path) {
        var own = OWN.matcher(path);
        if (own.matches()) {
            return Optional.of("static/" + own.group(1));
        }
        var viewer = VIEWER.matcher(path);
        return viewer.matches() ? Optional.of("META-INF/resources/openapi-ui/" + viewer.group(1)) : Optional.empty();
    }

    /** Only names that exist are remembered, or guessed names would fill the memory. */
    private Optional<OwnFile> file(String resource) {
        var known = files.get(resource);
        if (known == null) {
            known = Optional.ofNullable(OwnFile.onClassPath(resource));
            if (known.isPresent()) {
                files.put(resource, known);
            }
        }
        return known;
    }
}
