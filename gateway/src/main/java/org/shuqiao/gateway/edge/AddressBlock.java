package org.shuqiao.gateway.edge;

import java.net.InetAddress;
import java.util.Optional;

/**
 * A block of IP addresses in CIDR notation (RFC 4632, RFC 4291 section 2.3); a bare address is a block of one.
 *
 * @param network any address of the block
 * @param bits leading bits that count, 0..32 or 0..128
 */
record AddressBlock(InetAddress network, int bits) {

    AddressBlock {
        int most = network.getAddress().length * 8;
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException("A prefix of 0 to %d bits was expected, got %d".formatted(most, bits));
        }
    }

    static AddressBlock parse(String text) {
        int slash = text.indexOf('/');
        InetAddress network = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        int bits = slash < 0 ? network.getAddress().length * 8 : Integer.parseInt(text.substring(slash + 1));
        return new AddressBlock(network, bits);
    }

    /** An address as it stands in {@code X-Forwarded-For}, perhaps with a port; empty if it is not one. No DNS. */
    static Optional<InetAddress> address(String text) {
        String literal = text.strip();
        if (literal.startsWith("[")) {
            int end = literal.indexOf(']');
            literal = end < 0 ? "" : literal.substring(1, end);
        } else if (literal.indexOf('.') > 0 && literal.indexOf(':') > 0 && !literal.contains("::")) {
            literal = literal.substring(0, literal.indexOf(':'));
        }
        try {
            return Optional.of(InetAddress.ofLiteral(literal));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    boolean contains(InetAddress address) {
        byte[] theirs = address.getAddress();
        byte[] ours = network.getAddress();
        if (theirs.length != ours.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((theirs[bit / 8] & mask) != (ours[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
