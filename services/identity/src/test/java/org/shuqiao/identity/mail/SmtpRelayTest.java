package org.shuqiao.identity.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shuqiao.identity.IdentitySettings;
import org.shuqiao.identity.Mailbox;
import org.shuqiao.identity.People;
import org.shuqiao.identity.TestClock;
import org.shuqiao.identity.TestDatabase;
import org.shuqiao.identity.language.Language;
import org.shuqiao.identity.secret.MasterKey;
import org.shuqiao.identity.secret.Sealer;
import org.shuqiao.identity.secret.SecretToken;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpRelayTest {
    private static final IdentitySettings SETTINGS = TestDatabase.settings(Map.of("issuer", "https://id.example.org"));
    private static final Duration DAY = Duration.ofDays(1);
    private static final int NOBODY_LISTENS = 1;

    private static TestDatabase database;

    private final TestClock clock = new TestClock();
    private final String email = People.newEmail();
    private final SecretToken token = SecretToken.create();

    private PostgresMails mails;

    @BeforeAll
    static void makeDatabase() {
        database = new TestDatabase();
    }

    @BeforeEach
    void empty() {
        database.client().sql("DELETE FROM mail").update();
        mails = new PostgresMails(database.client(), TestDatabase.sealer(), clock);
    }

    @ParameterizedTest
    @EnumSource
    void saysEveryKindInEveryLanguage(Language language) throws Exception {
        for (MailKind kind : MailKind.values()) {
            mails.add(new Mail(kind, email, language, token), DAY);
        }
        relay(Mailbox.port()).sendAll();
        var received = Mailbox.now(email);
        assertThat(received).hasSize(MailKind.values().length);
        for (var mail : received) {
            assertThat(mail.getSubject()).isNotBlank();
            assertThat(mail.getHeader("Content-Language")).containsExactly(language.tag());
            assertThat(mail.getFrom()[0].toString()).contains("no-reply@shuqiao.example");
            assertThat(Mailbox.text(mail))
                    .contains("https://id.example.org/", "?token=" + token.value(), "数桥")
                    .doesNotContain("{0}", "{1}", "{2}");
        }
        assertThat(waiting()).isZero();
    }

    @Test
    void keepsAMailWhileTheServerIsAway() {
        mails.add(new Mail(MailKind.CONFIRM, email, Language.EN, token), DAY);
        relay(NOBODY_LISTENS).sendAll();
        assertThat(waiting()).isOne();
        relay(Mailbox.port()).sendAll();
        assertThat(Mailbox.now(email)).as("before it is tried again").isEmpty();
        clock.passes(Duration.ofSeconds(3));
        relay(Mailbox.port()).sendAll();
        assertThat(Mailbox.now(email)).hasSize(1);
        assertThat(waiting()).isZero();
    }

    @Test
    void givesUpAMailThatIsOfNoUseAnyMore() {
        mails.add(new Mail(MailKind.RECOVER, email, Language.EN, token), Duration.ofMinutes(30));
        relay(NOBODY_LISTENS).sendAll();
        clock.passes(Duration.ofMinutes(31));
        relay(Mailbox.port()).sendAll();
        assertThat(Mailbox.now(email)).isEmpty();
        assertThat(waiting()).isZero();
    }

    @Test
    void keepsWhatWaitsSealed() {
        mails.add(new Mail(MailKind.RECOVER, email, Language.EN, token), DAY);
        byte[] kept = database.client()
                .sql("SELECT sealed FROM mail")
                .query(byte[].class)
                .single();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(email, token.value());
        assertThat(Objects.requireNonNull(database.transaction().execute(_ -> mails.next()))
                        .mail())
                .isEqualTo(new Mail(MailKind.RECOVER, email, Language.EN, token));
    }

    @Test
    void isNotHeldUpByAMailThatItCannotOpen() {
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;
        Sealer other = new Sealer(MasterKey.of(Base64.getEncoder().encodeToString(otherKey), null));
        new PostgresMails(database.client(), other, clock)
                .add(new Mail(MailKind.CONFIRM, email, Language.EN, token), DAY);
        mails.add(new Mail(MailKind.RECOVER, email, Language.EN, token), DAY);
        relay(Mailbox.port()).sendAll();
        assertThat(Mailbox.now(email)).hasSize(1);
        assertThat(waiting()).isZero();
    }

    private long waiting() {
        return database.client()
                .sql("SELECT count(*) FROM mail")
                .query(Long.class)
                .single();
    }

    private SmtpRelay relay(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return new SmtpRelay(
                mails, mail -> mail, new MailTexts(SETTINGS), sender, database.transaction(), SETTINGS, clock);
    }
}
