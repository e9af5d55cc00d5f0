package org.shuqiao.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shuqiao.identity.IdentityTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

@IdentityTest
class KeptSessionsTest {
    private static final int SESSIONS = 60;
    private static final List<String> ATTRIBUTES = List.of("one", "two", "three");

    @Autowired
    private FindByIndexNameSessionRepository<? extends Session> sessions;

    @Autowired
    private JdbcClient database;

    @Test
    void eachComesWithAllItsAttributesInWhateverOrderTheyWereWritten() {
        String account = UUID.randomUUID().toString();
        writeByTurns(sessions, account);
        // with these figures PostgreSQL reads the attributes in the order they were written in, and joins by hash
        database.sql("ANALYZE spring_session, spring_session_attributes").update();

        Map<String, ? extends Session> found = sessions.findByPrincipalName(account);

        assertThat(found).hasSize(SESSIONS);
        assertThat(found.values())
                .allSatisfy(session -> assertThat(session.getAttributeNames()).containsAll(ATTRIBUTES));
    }

    private static <S extends Session> void writeByTurns(FindByIndexNameSessionRepository<S> sessions, String account) {
        List<S> made = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            S session = sessions.createSession();
            session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, account);
            sessions.save(session);
            made.add(session);
        }
        for (String attribute : ATTRIBUTES) {
            for (S session : made) {
                session.setAttribute(attribute, attribute);
                sessions.save(session);
            }
        }
    }
}
