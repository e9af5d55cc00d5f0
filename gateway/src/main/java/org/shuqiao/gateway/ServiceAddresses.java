package org.shuqiao.gateway;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the services are, as base URLs without a path. The routes of {@code gateway.yaml} use the same settings.
 *
 * @param profile organizations, cities, zones
 * @param listing offers, demands, imports
 * @param search search and matches
 * @param identity accounts and tokens, as this gateway reaches it; nothing is routed there
 */
@ConfigurationProperties("shuqiao.services")
public record ServiceAddresses(Service profile, Service listing, Service search, Service identity) {

    /** @param url for example {@code http://127.0.0.1:18081} */
    public record Service(URI url) {}

    /** Of those that requests are routed to: base URL by the service name that the routes carry in their metadata, in the order they are documented. */
    public Map<String, URI> byName() {
        Map<String, URI> addresses = new LinkedHashMap<>();
        addresses.put("profile", profile.url());
        addresses.put("listing", listing.url());
        addresses.put("search", search.url());
        return addresses;
    }
}
