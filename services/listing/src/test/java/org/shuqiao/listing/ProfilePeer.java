package org.shuqiao.listing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.shuqiao.contracts.page.Page;
import org.shuqiao.contracts.profile.Organization;
import org.shuqiao.contracts.profile.Organization.Role;
import org.shuqiao.contracts.profile.OrganizationView;
import org.shuqiao.contracts.value.Identifier;
import org.shuqiao.contracts.value.Text;
import org.shuqiao.messaging.EventCodec;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;

/** The other end of the wire to the profile service: answers over real HTTP for the organizations a test gives it. */
public final class ProfilePeer {
    private static final ProfilePeer ONE = new ProfilePeer();

    private final Map<String, OrganizationView> organizations = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final DisposableServer server;

    private ProfilePeer() {
        add(Fixtures.PROVIDER, Role.provider);
        add(Fixtures.BUYER, Role.buyer);
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) -> {
                    asked.incrementAndGet();
                    return response.header("Content-Type", "application/json").sendString(Mono.just(answer(request)));
                })
                .bindNow();
    }

    public static ProfilePeer get() {
        return ONE;
    }

    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /** How many questions came. */
    public int asked() {
        return asked.get();
    }

    /** An organization known by {@code SCHEME:ID}. */
    public OrganizationView add(String identifier, Role role) {
        String[] parts = identifier.split(":", 2);
        return organizations.computeIfAbsent(
                identifier,
                key -> new OrganizationView(
                        UUID.randomUUID(),
                        1,
                        OrganizationView.Verification.none,
                        Instant.now(),
                        Instant.now(),
                        new Organization(
                                Text.of(identifier),
                                null,
                                null,
                                List.of(Identifier.of(parts[0], parts[1])),
                                List.of(role),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of())));
    }

    private String answer(HttpServerRequest request) {
        String query = request.uri().replaceFirst(".*identifier=", "").replace("%3A", ":");
        OrganizationView found = organizations.get(query);
        return EventCodec.eventMapper()
                .writeValueAsString(new Page<>(found == null ? List.of() : List.of(found), null));
    }
}
