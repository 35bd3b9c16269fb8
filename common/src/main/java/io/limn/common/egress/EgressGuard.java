package io.limn.common.egress;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks up hosts that users name, and refuses those that lead into the servers' own network. To be asked for each
 * connection, redirects included, and the addresses it answers are those to connect to: a name that is looked up twice
 * may lead elsewhere the second time.
 */
@ApplicationScoped
public class EgressGuard {
    /** Ranges that are not part of the public Internet, by the registries of special-purpose addresses. */
    private static final List<Network> INTERNAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    "::/96",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "fc00::/7",
                    "fe80::/9",
                    "ff00::/8")
            .map(Network::of)
            .toList();

    private final List<String> hosts;
    private final List<Network> networks;

    EgressGuard(EgressConfig config) {
        var allowed =
                config.allow().orElse(List.of()).stream().map(String::strip).toList();
        hosts = allowed.stream().filter(entry -> !entry.contains("/")).toList();
        networks = allowed.stream()
                .filter(entry -> entry.contains("/"))
                .map(Network::of)
                .toList();
    }

    /**
     * The addresses of a host.
     *
     * @param host name or address
     * @param port to which the connection goes
     * @throws InternalAddressException when one of them is internal and not allowed
     * @throws UnknownHostException     when it has none
     */
    public InetAddress[] resolve(String host, int port) throws UnknownHostException {
        var addresses = InetAddress.getAllByName(host);
        if (hosts.contains(host) || hosts.contains(host + ":" + port)) {
            return addresses;
        }
        for (var address : addresses) {
            if (isInternal(address.getAddress()) && !isAllowed(address, port)) {
                throw new InternalAddressException(host);
            }
        }
        return addresses;
    }

    private boolean isAllowed(InetAddress address, int port) {
        var literal = address.getHostAddress();
        return hosts.contains(literal)
                || hosts.contains(literal + ":" + port)
                || networks.stream().anyMatch(network -> network.contains(address.getAddress()));
    }

    private static boolean isInternal(byte[] address) {
        boolean mapped = address.length == 16 && address[10] == -1 && address[11] == -1 && isZero(address, 10);
        var meant = mapped ? Arrays.copyOfRange(address, 12, 16) : address;
        return INTERNAL.stream().anyMatch(network -> network.contains(meant));
    }

    private static boolean isZero(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
