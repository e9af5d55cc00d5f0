package org.shuqiao.local.service;

import java.util.LinkedHashMap;
import java.util.Map;
import org.shuqiao.local.server.ServerAddresses;

/** The environment variables a service reads. */
public final class ServiceEnvironment {

    private ServiceEnvironment() {}

    /**
     * Everything that a service must be told, wherever it runs.
     *
     * @param offset added to every service's port
     */
    public static Map<String, String> of(Service service, ServerAddresses servers, int offset) {
        Map<String, String> environment = new LinkedHashMap<>(servers.environment());
        environment.put("SERVER_PORT", Integer.toString(service.port(offset)));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        service.database().ifPresent(name -> environment.put("SHUQIAO_POSTGRES_DATABASE", name));
        environment.put(
                "SHUQIAO_SERVICES_PROFILE_URL", Service.PROFILE.uri(offset).toString());
        environment.put(
                "SHUQIAO_SERVICES_LISTING_URL", Service.LISTING.uri(offset).toString());
        environment.put(
                "SHUQIAO_SERVICES_SEARCH_URL", Service.SEARCH_INDEX.uri(offset).toString());
        return environment;
    }
}
