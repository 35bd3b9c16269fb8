package io.limn.common.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LostDatabaseTest {
    @ParameterizedTest
    @ValueSource(strings = {"08006", "08001", "57P01", "57P03"})
    void aBrokenConnectionIsFoundBelowOtherFaults(String state) {
        var fault = new IllegalStateException(new RuntimeException(new SQLException("gone", state)));
        assertThat(LostDatabase.causes(fault)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "40001", "57014"})
    void whatTheDatabaseRefusesIsNoBrokenConnection(String state) {
        assertThat(LostDatabase.causes(new IllegalStateException(new SQLException("no", state))))
                .isFalse();
    }

    @Test
    void otherFaultsAreNone() {
        assertThat(LostDatabase.causes(new IllegalStateException("no"))).isFalse();
    }
}
