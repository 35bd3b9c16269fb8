package io.limn.gateway.docs;

import io.limn.gateway.http.Answers;
import io.limn.gateway.http.OwnFile;
import io.limn.gateway.route.Call;
import io.limn.gateway.route.LocalEndpoint;
import io.limn.gateway.route.ReadOnly;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;

/** {@code /api/schema/}: the description of the whole API as one OpenAPI document, kept ready in memory. */
@Singleton
final class Schema implements LocalEndpoint {
    private final OwnFile json = OwnFile.onClassPath("openapi/merged.json");
    private final OwnFile yaml = OwnFile.onClassPath("openapi/merged.yaml");

    @Override
    public String name() {
        return "schema";
    }

    @Override
    public Gate gate() {
        return Gate.CALLER;
    }

    @Override
    public void answer(Call call) {
        if (!ReadOnly.admits(call, true, "Schema")) {
            return;
        }
        var form = SchemaForm.of(call.request().getHeader(HttpHeaders.ACCEPT), call.parameter("scheme"));
        if (form.isEmpty()) {
            boolean named = call.parameter("scheme") != null;
            Answers.detail(
                    call.request(),
                    named ? 404 : 406,
                    named ? "Not found." : "Could not satisfy the request Accept header.");
        } else {
            send(call, form.get());
        }
    }

    private void send(Call call, SchemaForm form) {
        // What is JSON is YAML as well.
        var file = form.isJson() || yaml == null ? json : yaml;
        if (file == null) {
            Answers.detail(call.request(), 503, "The description of the API was not built.");
            return;
        }
        call.request()
                .response()
                .putHeader("Content-Disposition", "inline; filename=\"CVAT REST API (2.0)." + form.extension() + "\"");
        file.send(call.request(), form.mediaType());
    }
}
