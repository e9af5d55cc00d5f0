package org.shuqiao.identity.factor;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.shuqiao.identity.secret.Sealer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The codes that stand in for a lost authenticator: ten, each of 50 random bits, kept as fingerprints under the master key,
 * so that who has only the database cannot try them all.
 */
@Component
class PostgresRecoveryCodes {
    private static final int CODES = 10;
    private static final int LENGTH = 10;
    /** Without those that are taken for one another (Crockford's). */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient database;
    private final Sealer sealer;

    PostgresRecoveryCodes(JdbcClient database, Sealer sealer) {
        this.database = database;
        this.sealer = sealer;
    }

    /** Makes new ones in place of all others; part of the caller's transaction. */
    List<String> renew(UUID account) {
        database.sql("DELETE FROM recovery_code WHERE account_id = ?")
                .param(account)
                .update();
        List<String> codes =
                Stream.generate(this::create).distinct().limit(CODES).toList();
        for (String code : codes) {
            database.sql("INSERT INTO recovery_code (account_id, fingerprint) VALUES (?, ?)")
                    .param(account)
                    .param(fingerprint(account, code))
                    .update();
        }
        return codes;
    }

    /** Uses a code up; false where it is none, or was used. */
    boolean take(UUID account, String code) {
        return database.sql("DELETE FROM recovery_code WHERE account_id = ? AND fingerprint = ?")
                        .param(account)
                        .param(fingerprint(account, code))
                        .update()
                == 1;
    }

    int left(UUID account) {
        return database.sql("SELECT count(*) FROM recovery_code WHERE account_id = ?")
                .param(account)
                .query(Integer.class)
                .single();
    }

    private String create() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i == LENGTH / 2 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    private byte[] fingerprint(UUID account, String code) {
        return sealer.fingerprint(
                "recovery code " + account + " " + code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }
}
