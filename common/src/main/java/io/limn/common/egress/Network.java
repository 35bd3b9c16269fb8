package io.limn.common.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * A range of addresses.
 *
 * @param address its first
 * @param bits    how many leading bits its addresses share
 */
record Network(byte[] address, int bits) {
    /**
     * Reads {@code address/bits}.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Network of(String text) {
        int slash = text.indexOf('/');
        try {
            // A literal is never looked up; letters of a host name have no place before a slash.
            var address = text.substring(0, slash);
            if (!address.matches("[0-9a-fA-F.:]+")) {
                throw new IllegalArgumentException("No network: " + text);
            }
            return new Network(
                    InetAddress.getByName(address).getAddress(), Integer.parseInt(text.substring(slash + 1)));
        } catch (UnknownHostException | IndexOutOfBoundsException malformed) {
            throw new IllegalArgumentException("No network: " + text, malformed);
        }
    }

    boolean contains(byte[] other) {
        if (other.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >>> (bit & 7);
            if ((address[bit >>> 3] & mask) != (other[bit >>> 3] & mask)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Network network && bits == network.bits && Arrays.equals(address, network.address);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(address) * 31 + bits;
    }

    @Override
    public String toString() {
        return Arrays.toString(address) + "/" + bits;
    }
}
