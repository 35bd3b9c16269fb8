package io.limn.auth.exchange;

import io.limn.common.api.ApiException;
import java.util.Map;

/** What the gateway is told about a wrong credential, for its answer to the client. */
final class Refusal {
    private Refusal() {}

    /** 401 with the text and the challenge that the client gets. */
    static ApiException of(String detail) {
        return ApiException.of(401, Map.of("detail", detail, "challenge", "Token"));
    }
}
