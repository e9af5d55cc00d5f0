package org.shuqiao.local.service;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.shuqiao.local.mail.Mailbox;
import org.shuqiao.local.server.ServerAddresses;

/** The environment variables a service reads. */
public final class ServiceEnvironment {

    private ServiceEnvironment() {}

    /**
     * Everything that a service must be told, wherever it runs.
     *
     * @param offset added to every service's port
     */
    public static Map<String, String> of(Service service, ServerAddresses servers, int offset, LocalSecrets secrets) {
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
        environment.put(
                "SHUQIAO_SERVICES_IDENTITY_URL", Service.IDENTITY.uri(offset).toString());
        switch (service) {
            case GATEWAY -> gateway(environment, offset, secrets);
            case IDENTITY -> identity(environment, offset, secrets);
            case PROFILE, LISTING, SEARCH_INDEX -> {}
        }
        return environment;
    }

    private static void gateway(Map<String, String> environment, int offset, LocalSecrets secrets) {
        environment.put(
                "SHUQIAO_GATEWAY_IDENTITY_ISSUER", Service.IDENTITY.uri(offset).toString());
        environment.put(
                "SHUQIAO_GATEWAY_IDENTITY_PUBLICADDRESS",
                Service.GATEWAY.uri(offset).toString());
        environment.put("SHUQIAO_GATEWAY_IDENTITY_CLIENTSECRET", secrets.gatewayClient());
        environment.put("SHUQIAO_GATEWAY_SESSIONS_KEY", secrets.gatewayKey());
        environment.put("SHUQIAO_GATEWAY_SESSIONS_SECURECOOKIES", "false"); // as below
    }

    private static void identity(Map<String, String> environment, int offset, LocalSecrets secrets) {
        URI gateway = Service.GATEWAY.uri(offset);
        environment.put("SHUQIAO_IDENTITY_ISSUER", Service.IDENTITY.uri(offset).toString());
        environment.put("SHUQIAO_IDENTITY_KEY", secrets.identityKey());
        environment.put("SHUQIAO_IDENTITY_CLIENTS_GATEWAY_SECRET", secrets.gatewayClient());
        environment.put("SHUQIAO_IDENTITY_CLIENTS_GATEWAY_REDIRECTURIS", gateway + "/login/oauth2/code/identity");
        environment.put("SHUQIAO_IDENTITY_CLIENTS_GATEWAY_POSTLOGOUTREDIRECTURIS", gateway + "/");
        // not every browser takes a __Host- or Secure cookie without TLS, not even from a loopback
        environment.put("SERVER_SERVLET_SESSION_COOKIE_NAME", "identity-session");
        environment.put("SERVER_SERVLET_SESSION_COOKIE_SECURE", "false");
        environment.put("SPRING_MAIL_HOST", "127.0.0.1");
        environment.put("SPRING_MAIL_PORT", Integer.toString(Mailbox.smtpPort(offset)));
    }
}
