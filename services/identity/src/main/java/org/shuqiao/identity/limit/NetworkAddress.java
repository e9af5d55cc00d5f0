package org.shuqiao.identity.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Whom a network address is counted as: IPv4 itself, IPv6 its /64, of which one customer has all. */
public final class NetworkAddress {
    private static final int PREFIX_BYTES = 8;

    private NetworkAddress() {}

    /** @param literal as the connection names it; never a name */
    public static String counted(String literal) {
        InetAddress address;
        try {
            address = InetAddress.ofLiteral(literal);
        } catch (IllegalArgumentException e) {
            return literal;
        }
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), PREFIX_BYTES))
                : address.getHostAddress();
    }
}
