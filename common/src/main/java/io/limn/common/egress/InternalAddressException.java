package io.limn.common.egress;

import java.net.UnknownHostException;

/** A user named a host that leads into the network of the servers. */
public final class InternalAddressException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    InternalAddressException(String host) {
        super("The host " + host + " is internal");
    }
}
