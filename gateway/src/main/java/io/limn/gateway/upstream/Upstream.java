package io.limn.gateway.upstream;

import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;

/** One replica of a service. After a failed connection it is left alone for a moment. */
public final class Upstream {
    private final URI address;
    private final Duration rest;
    private volatile long asleepUntil;

    Upstream(URI address, Duration rest) {
        if (address.getHost() == null || address.getRawPath().length() > 1) {
            throw new IllegalArgumentException("A service address is scheme, host and port alone: " + address);
        }
        this.address = address;
        this.rest = rest;
        asleepUntil = System.nanoTime();
    }

    /** Scheme, host and port. */
    public URI address() {
        return address;
    }

    /** Where a request to this replica goes. */
    public RequestOptions options() {
        return new RequestOptions().setHost(address.getHost()).setPort(port()).setSsl(isSecure());
    }

    private boolean isSecure() {
        return "https".equals(address.getScheme());
    }

    private int port() {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return isSecure() ? 443 : 80;
    }

    /** Notes that no connection came about. */
    public void failed() {
        asleepUntil = System.nanoTime() + rest.toNanos();
    }

    /** Notes that a connection came about. */
    public void answered() {
        asleepUntil = System.nanoTime();
    }

    boolean isAwake() {
        return System.nanoTime() - asleepUntil >= 0;
    }
}
