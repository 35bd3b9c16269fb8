package io.limn.gateway.about;

import io.limn.gateway.http.Answers;
import io.limn.gateway.route.Call;
import io.limn.gateway.route.LocalEndpoint;
import io.limn.gateway.route.ReadOnly;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;

/** {@code GET /api/server/about}: name and version, for everybody. */
@Singleton
final class About implements LocalEndpoint {
    private final AboutConfig config;

    About(AboutConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return "about";
    }

    @Override
    public void answer(Call call) {
        if (ReadOnly.admits(call, true, "About")) {
            Answers.json(
                    call.request(),
                    200,
                    new JsonObject()
                            .put("name", config.name())
                            .put("description", config.description())
                            .put("version", config.version())
                            .put("logo_url", call.address().origin() + config.logo())
                            .put("subtitle", config.subtitle()));
        }
    }
}
