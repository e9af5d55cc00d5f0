package org.shuqiao.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.shuqiao.testkit.TestServers;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives the service under test the real servers, a database and a mailbox of its own; one for all tests of this build. */
class ServersForIdentity implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Map<String, String> SETTINGS = settings();

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(TestServers.settings("identity"));
        settings.put("spring.mail.port", Integer.toString(Mailbox.port()));
        try {
            settings.put(
                    "shuqiao.identity.key-file",
                    Files.createTempDirectory("identity")
                            .resolve("identity.key")
                            .toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        settings.put("shuqiao.identity.passwords.memory", "1MB");
        settings.put("shuqiao.identity.mail-poll", "PT0.05S");
        settings.put("shuqiao.identity.limits.mail-per-address", "1000000/1ms");
        settings.put("shuqiao.identity.limits.link-per-address", "1000000/1ms");
        settings.put("shuqiao.identity.limits.sign-in-per-address", "1000000/1ms");
        settings.put("shuqiao.identity.limits.code-per-address", "1000000/1ms");
        settings.put("shuqiao.identity.clients.gateway.secret", Clients.GATEWAY_SECRET);
        settings.put("shuqiao.identity.clients.gateway.redirect-uris", Clients.REDIRECT);
        settings.put("shuqiao.identity.clients.gateway.post-logout-redirect-uris", Clients.AFTER_LOGOUT);
        settings.put("shuqiao.identity.clients.gateway.scopes", "openid,profile,email");
        settings.put("shuqiao.identity.clients.partner.secret", Clients.PARTNER_SECRET);
        settings.put("shuqiao.identity.clients.partner.scopes", "offers.read");
        return settings;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(SETTINGS).applyTo(context);
    }
}
