package io.limn.gateway.ui;

import io.limn.gateway.http.Answers;
import io.limn.gateway.http.CommonHeaders;
import io.limn.gateway.http.Encodings;
import io.limn.gateway.http.MediaTypes;
import io.limn.gateway.http.OwnFile;
import io.limn.gateway.route.Call;
import io.limn.gateway.route.LocalEndpoint;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Everything that is no API: the files of the user interface, and its page for each path that is no file, since it
 * finds its way by itself. Without a user interface there is a small page that says what this is.
 */
@Singleton
final class Ui implements LocalEndpoint {
    private final Optional<UiDirectory> directory;
    private final LoginElsewhere elsewhere;
    private final OwnFile welcome = OwnFile.onClassPath("page/welcome.html");

    Ui(@ConfigProperty(name = "limn.gateway.ui") Optional<Path> directory, LoginElsewhere elsewhere) {
        this.elsewhere = elsewhere;
        this.directory = directory.map(UiDirectory::list);
    }

    @Override
    public String name() {
        return "ui";
    }

    @Override
    public void answer(Call call) {
        var method = call.request().method();
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            call.request().response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
            Answers.page(call.request(), 405, "Method Not Allowed");
        } else if (directory.isPresent()) {
            sendFile(call, directory.get());
        } else {
            call.request().response().putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            welcome.send(call.request());
        }
    }

    private void sendFile(Call call, UiDirectory directory) {
        boolean asset = call.path().startsWith("/assets/");
        if (asset && !directory.has(call.path())) {
            // A page in place of a script would be cached by browsers for a year.
            Answers.nothingThere(call.request());
            return;
        }
        boolean page = !directory.has(call.path()) || call.path().equals(UiDirectory.index());
        var before = page ? elsewhere.before(call) : Optional.<String>empty();
        if (before.isPresent()) {
            call.request().response().putHeader(HttpHeaders.LOCATION, before.get());
            call.request().response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            Answers.empty(call.request(), 302);
            return;
        }
        var path = directory.has(call.path()) ? call.path() : UiDirectory.index();
        headers(call, path, asset);
        var compressed = directory.compressed(path);
        if (compressed.isPresent()) {
            CommonHeaders.vary(call.request().response().headers(), "Accept-Encoding");
        }
        if (compressed.isPresent() && Encodings.acceptsGzip(call.request().getHeader(HttpHeaders.ACCEPT_ENCODING))) {
            call.request().response().putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            send(call, compressed.get());
        } else {
            send(call, directory.file(path).orElseThrow());
        }
    }

    private static void headers(Call call, String path, boolean asset) {
        var response = call.request().response();
        response.putHeader(HttpHeaders.CONTENT_TYPE, MediaTypes.of(path));
        if (asset) {
            response.putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000");
            response.putHeader("Cross-Origin-Embedder-Policy", "require-corp");
            response.putHeader("Service-Worker-Allowed", "/");
        } else {
            response.putHeader(HttpHeaders.CACHE_CONTROL, "no-cache, no-store, must-revalidate");
            response.putHeader("Cross-Origin-Embedder-Policy", "credentialless");
        }
    }

    /** For HEAD the server leaves the bytes of the file away by itself. */
    private static void send(Call call, Path file) {
        call.request().resume();
        call.request().response().sendFile(file.toString()).onFailure(gone -> {
            if (!call.request().response().headWritten()) {
                call.request().response().headers().clear();
                Answers.nothingThere(call.request());
            }
        });
    }
}
