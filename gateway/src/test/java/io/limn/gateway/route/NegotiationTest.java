package io.limn.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NegotiationTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "*/*",
                "application/*",
                "application/vnd.cvat+json",
                "application/vnd.cvat+json; version=2.0",
                "application/vnd.cvat+json; charset=utf-8",
                "application/vnd.cvat+json; indent=4",
                "application/json",
                "application/json, text/plain, */*",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "text/csv, application/vnd.cvat+json;q=0.1",
                "text/event-stream"
            })
    void whoTakesJsonIsAnswered(String accept) {
        assertThat(Negotiation.check(accept, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "text/html", "image/png, text/plain", ";", ","})
    void whoTakesNothingOfOursIsNot(String accept) {
        assertThat(Negotiation.check(accept, null))
                .contains(new Negotiation.Refusal(406, "Could not satisfy the request Accept header."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/vnd.cvat+json; version=1.0",
                "*/*; version=3.0",
                "*/*, application/vnd.cvat+json; version=9"
            })
    void thereIsOneVersion(String accept) {
        assertThat(Negotiation.check(accept, null))
                .contains(new Negotiation.Refusal(406, "Invalid version in \"Accept\" header."));
    }

    @Test
    void theSchemeParameterWinsOverTheHeader() {
        assertThat(Negotiation.check("text/csv", "json")).isEmpty();
        assertThat(Negotiation.check("*/*", "xml")).contains(new Negotiation.Refusal(404, "Not found."));
    }
}
