package io.limn.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;

class CommonHeadersTest {
    @Test
    void whatVariesIsNamedOnce() {
        var headers = MultiMap.caseInsensitiveMultiMap();
        CommonHeaders.vary(headers, "Accept-Encoding");
        CommonHeaders.vary(headers, "Accept", "Cookie");
        CommonHeaders.vary(headers, "cookie", "Accept");

        assertThat(headers.getAll("Vary")).containsExactly("Accept-Encoding, Accept, Cookie");
    }

    @Test
    void severalLinesBecomeOne() {
        var headers = MultiMap.caseInsensitiveMultiMap().add("Vary", "Origin").add("Vary", "accept");
        CommonHeaders.vary(headers, "Accept", "Cookie");

        assertThat(headers.getAll("Vary")).containsExactly("Origin, accept, Cookie");
    }
}
