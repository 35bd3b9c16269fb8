package io.limn.common.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimestampsTest {
    @Test
    void writesSixDigitsOrNone() {
        assertThat(Timestamps.format(Instant.parse("2025-07-17T16:17:35.436Z")))
                .isEqualTo("2025-07-17T16:17:35.436000Z");
        assertThat(Timestamps.format(Instant.parse("2021-12-14T18:04:57Z"))).isEqualTo("2021-12-14T18:04:57Z");
    }

    @Test
    void readsEveryIsoForm() {
        var noon = Instant.parse("2025-07-17T12:00:00Z");
        assertThat(Timestamps.parse("2025-07-17T12:00:00Z")).isEqualTo(noon);
        assertThat(Timestamps.parse("2025-07-17 14:00+02:00")).isEqualTo(noon);
        assertThat(Timestamps.parse("2025-07-17T12:00")).isEqualTo(noon);
        assertThat(Timestamps.parse("2025-07-17")).isEqualTo(Instant.parse("2025-07-17T00:00:00Z"));
        assertThatThrownBy(() -> Timestamps.parse("soon")).isInstanceOf(DateTimeException.class);
    }
}
