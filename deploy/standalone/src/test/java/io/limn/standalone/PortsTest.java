package io.limn.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PortsTest {
    private final Ports ports = new Ports();

    @AfterEach
    void giveBack() {
        ports.close();
    }

    @Test
    void twoLaunchersAtTheSameMomentGetDifferentPorts() {
        try (Ports others = new Ports()) {
            assertThat(others.near(23000)).isNotEqualTo(ports.near(23000));
        }
    }

    @Test
    void noPortIsGivenTwice() {
        int first = ports.near(24000);
        int second = ports.near(24000);

        assertThat(second).isGreaterThan(first).isLessThan(32768);
    }

    @Test
    void aBusyPortIsPassedOver() throws IOException {
        int port = ports.near(25000);
        ports.close();
        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(ports.near(port)).isGreaterThan(other.getLocalPort());
        }
    }

    @Test
    void aPortThatWasAskedForMustBeFree() throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            assertThatThrownBy(() -> ports.exactly("127.0.0.1", other.getLocalPort()))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("already in use");
        }
    }

    @Test
    void anAddressOfAnotherMachineIsRefused() {
        assertThatThrownBy(() -> ports.exactly("no-such-host.invalid", 26000))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("no-such-host.invalid");
    }
}
