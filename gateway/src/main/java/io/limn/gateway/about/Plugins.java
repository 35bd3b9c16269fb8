package io.limn.gateway.about;

import io.limn.gateway.http.Answers;
import io.limn.gateway.route.Call;
import io.limn.gateway.route.LocalEndpoint;
import io.limn.gateway.route.ReadOnly;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;

/** {@code GET /api/server/plugins}: which parts of the UI have something behind them. */
@Singleton
final class Plugins implements LocalEndpoint {
    private final AboutConfig config;

    Plugins(AboutConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return "plugins";
    }

    @Override
    public void answer(Call call) {
        if (ReadOnly.admits(call, false, "Plugins")) {
            Answers.json(
                    call.request(),
                    200,
                    new JsonObject()
                            .put("GIT_INTEGRATION", false)
                            .put("ANALYTICS", config.analytics())
                            .put("MODELS", config.models())
                            .put("PREDICT", false));
        }
    }
}
