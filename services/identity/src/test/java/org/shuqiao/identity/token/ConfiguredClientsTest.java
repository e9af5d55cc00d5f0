package org.shuqiao.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shuqiao.identity.Clients;
import org.shuqiao.identity.TestDatabase;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

class ConfiguredClientsTest {
    @Test
    void asksEveryClientThatSignsPeopleInForPkceAndRotatesItsRefreshTokens() {
        var client = clients(Map.of(
                        "clients.gateway.secret", Clients.GATEWAY_SECRET,
                        "clients.gateway.redirect-uris", Clients.REDIRECT))
                .findByClientId("gateway");
        assertThat(client).isNotNull();
        assertThat(client.getClientSettings().isRequireProofKey()).isTrue();
        assertThat(client.getTokenSettings().isReuseRefreshTokens()).isFalse();
        assertThat(client.getClientSecret()).doesNotContain(Clients.GATEWAY_SECRET);
        assertThat(client.getAuthorizationGrantTypes())
                .containsExactlyInAnyOrder(
                        AuthorizationGrantType.AUTHORIZATION_CODE, AuthorizationGrantType.REFRESH_TOKEN);
    }

    @Test
    void refusesAShortSecret() {
        assertThatThrownBy(() -> clients(Map.of("clients.gateway.secret", "changeit")))
                .hasMessageContaining("gateway")
                .hasMessageNotContaining("changeit");
    }

    @Test
    void leavesOutAClientWithoutSecret() {
        assertThat(clients(Map.of("clients.gateway.redirect-uris", Clients.REDIRECT))
                        .findByClientId("gateway"))
                .isNull();
    }

    @Test
    void hasTheSameIdAfterEveryStart() {
        Map<String, String> settings = Map.of("clients.partner.secret", Clients.PARTNER_SECRET);
        var once = clients(settings).findByClientId("partner");
        assertThat(once).isNotNull();
        assertThat(clients(settings).findById(once.getId())).isNotNull();
        assertThat(clients(settings).findByClientId("nobody")).isNull();
    }

    private static ConfiguredClients clients(Map<String, String> settings) {
        return new ConfiguredClients(TestDatabase.settings(settings));
    }
}
