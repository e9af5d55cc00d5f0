package org.shuqiao.access;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code shuqiao.access}.
 *
 * @param open whether nothing is checked and everybody may everything; only for a service without an issuer that listens on
 *     the loopback, and only until all services check
 * @param operators ids of the accounts and clients that operate the market besides the members of operating organizations
 */
@ConfigurationProperties("shuqiao.access")
public record AccessSettings(
        @DefaultValue("false") boolean open, @DefaultValue Set<String> operators) {
    public AccessSettings {
        operators = Set.copyOf(operators);
    }
}
