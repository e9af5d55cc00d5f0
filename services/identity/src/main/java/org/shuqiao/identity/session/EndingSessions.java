package org.shuqiao.identity.session;

import java.util.UUID;
import org.shuqiao.identity.token.PostgresAuthorizations;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Ends sessions, and with them what clients were given: no refresh token outlives its session's end. */
@Component
public class EndingSessions {
    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final PostgresAuthorizations authorizations;

    EndingSessions(
            FindByIndexNameSessionRepository<? extends Session> sessions, PostgresAuthorizations authorizations) {
        this.sessions = sessions;
        this.authorizations = authorizations;
    }

    /**
     * Ends one session of an account, also one that has ended by itself and has left tokens; one of another account is left
     * as it is.
     */
    public void end(UUID account, String sid) {
        for (Session session : sessions.findByPrincipalName(account.toString()).values()) {
            if (sid.equals(SignedIn.sid(session))) {
                sessions.deleteById(session.getId());
            }
        }
        authorizations.removeOfSession(account.toString(), sid);
    }

    /** Ends all sessions of an account. */
    public void endAll(UUID account) {
        sessions.findByPrincipalName(account.toString()).keySet().forEach(sessions::deleteById);
        authorizations.removeOfAccount(account.toString());
    }
}
