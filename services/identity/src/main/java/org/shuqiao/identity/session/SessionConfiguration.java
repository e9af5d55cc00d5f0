package org.shuqiao.identity.session;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** How sessions are kept. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {
    /**
     * Spring Session takes rows of one session for those that follow one another, and asks for no order: where PostgreSQL
     * joins by hash, a session would come without some of its attributes, neither shown nor ended.
     */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> rowsOfASessionTogether() {
        return repository -> repository.setListSessionsByPrincipalNameQuery("""
                SELECT S.PRIMARY_ID, S.SESSION_ID, S.CREATION_TIME, S.LAST_ACCESS_TIME, S.MAX_INACTIVE_INTERVAL,
                    SA.ATTRIBUTE_NAME, SA.ATTRIBUTE_BYTES
                FROM %TABLE_NAME% S LEFT JOIN %TABLE_NAME%_ATTRIBUTES SA ON S.PRIMARY_ID = SA.SESSION_PRIMARY_ID
                WHERE S.PRINCIPAL_NAME = ?
                ORDER BY S.PRIMARY_ID
                """);
    }
}
