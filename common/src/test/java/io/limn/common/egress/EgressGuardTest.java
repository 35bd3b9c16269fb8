package io.limn.common.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EgressGuardTest {
    private final EgressGuard guard = guard();

    private static EgressGuard guard(String... allowed) {
        return new EgressGuard(() -> allowed.length == 0 ? Optional.empty() : Optional.of(List.of(allowed)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "10.1.2.3",
                "172.31.255.255",
                "192.168.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "255.255.255.255",
                "224.0.0.1",
                "::1",
                "::",
                "fe80::1",
                "fec0::1",
                "fd00::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2130706433",
                "127.1"
            })
    void internalHostsAreRefusedHoweverTheyAreWritten(String host) {
        assertThatThrownBy(() -> guard.resolve(host, 80)).isInstanceOf(UnknownHostException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700:4700::1111"})
    void publicAddressesAreFine(String host) throws Exception {
        assertThat(guard.resolve(host, 443)).isNotEmpty();
    }

    @Test
    void operatorsAllowHostsPortsAndNetworks() throws Exception {
        assertThat(guard("127.0.0.1").resolve("127.0.0.1", 9)).hasSize(1);
        assertThat(guard("127.0.0.1:9000").resolve("127.0.0.1", 9000)).hasSize(1);
        assertThat(guard("localhost:9000").resolve("localhost", 9000)).isNotEmpty();
        assertThat(guard("10.1.0.0/16").resolve("10.1.2.3", 80)).hasSize(1);
        assertThatThrownBy(() -> guard("127.0.0.1:9000").resolve("127.0.0.1", 9001))
                .isInstanceOf(InternalAddressException.class);
        assertThatThrownBy(() -> guard("10.1.0.0/16").resolve("10.2.0.1", 80))
                .isInstanceOf(InternalAddressException.class);
    }

    @Test
    void aNetworkThatIsNoneIsRefusedAtTheStart() {
        assertThatThrownBy(() -> guard("example.org/8")).isInstanceOf(IllegalArgumentException.class);
    }
}
