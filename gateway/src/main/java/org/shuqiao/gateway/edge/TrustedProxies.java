package org.shuqiao.gateway.edge;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shuqiao.gateway.GatewaySettings;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * Who a request comes from. The peer of the connection is the client, unless it is a proxy of the settings: then
 * {@code X-Forwarded-For} is read from its end, where trusted proxies have written, up to the first address that is
 * none of them. Whatever a client writes in front of that does not count, and {@code Forwarded} is not read at all.
 */
@Component
public class TrustedProxies {

    private final List<AddressBlock> proxies;

    TrustedProxies(GatewaySettings settings) {
        this.proxies =
                settings.trustedProxies().stream().map(AddressBlock::parse).toList();
    }

    /** The address of the client; for IPv6 its /64, because a single client has all of that. */
    public String client(ServerHttpRequest request) {
        Optional<InetAddress> peer = peer(request);
        if (peer.isEmpty()) {
            return "unknown";
        }
        InetAddress client = peer.get();
        if (trusted(client)) {
            List<String> hops = request.getHeaders().getOrEmpty("X-Forwarded-For").stream()
                    .flatMap(line -> Arrays.stream(line.split(",")))
                    .toList();
            for (String hop : hops.reversed()) {
                Optional<InetAddress> address = AddressBlock.address(hop);
                if (address.isEmpty()) {
                    break;
                }
                client = address.get();
                if (!trusted(client)) {
                    break;
                }
            }
        }
        return subject(client);
    }

    /** Whether the client used TLS: on this connection, or on the one to a trusted proxy that says so. */
    public boolean cameByHttps(ServerHttpRequest request) {
        if ("https".equals(request.getURI().getScheme())) {
            return true;
        }
        return peer(request).filter(this::trusted).isPresent()
                && "https".equalsIgnoreCase(request.getHeaders().getFirst("X-Forwarded-Proto"));
    }

    private boolean trusted(InetAddress address) {
        return proxies.stream().anyMatch(block -> block.contains(address));
    }

    private static Optional<InetAddress> peer(ServerHttpRequest request) {
        return Optional.ofNullable(request.getRemoteAddress()).map(InetSocketAddress::getAddress);
    }

    private static String subject(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        byte[] prefix = Arrays.copyOf(Arrays.copyOf(address.getAddress(), 8), 16);
        try {
            return InetAddress.getByAddress(prefix).getHostAddress() + "/64";
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("16 bytes are an address", impossible);
        }
    }
}
