package org.shuqiao.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqiao.audit.chain.CheckpointKey;
import org.shuqiao.testkit.TestServers;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.reactive.TransactionalOperator;

/** The log as a service has it that puts the module on its class path. */
class ServiceTest {
    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Service {}

    @TempDir
    static Path folder;

    @Test
    void appendsSearchesAndMakesCheckpointsWithTheKeyOfAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("key.pem"), Keys.pem());
        try (ConfigurableApplicationContext service =
                start("shuqiao.audit.checkpoint-key-file=" + file, "shuqiao.audit.checkpoint-interval=1s")) {
            TransactionalOperator transaction = service.getBean(TransactionalOperator.class);
            AuditLog log = service.getBean(AuditLog.class);
            AuditEntries entries = service.getBean(AuditEntries.class);
            transaction.transactional(log.append(List.of(Acts.read()))).block();

            assertThat(entries.find(AuditFilter.ANY, null, 10).blockFirst())
                    .extracting(AuditEntry::act)
                    .isEqualTo(Acts.read());
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> Boolean.TRUE.equals(
                            entries.checkpoints().hasElements().block()));
            String key = service.getBean(CheckpointKey.class).publicPem();
            Path export = Files.write(
                    folder.resolve("export.jsonl"), entries.export(1).toIterable());
            Path publicKey = Files.writeString(folder.resolve("public.pem"), key);
            assertThat(Verify.run(
                            new String[] {export.toString(), "--key", publicKey.toString()},
                            System.in,
                            System.out,
                            System.err))
                    .isEqualTo(Verify.HOLDS);
        }
    }

    @Test
    void makesNoCheckpointsWithoutAKey() {
        try (ConfigurableApplicationContext service = start()) {
            assertThat(service.getBeanNamesForType(Checkpointing.class)).isEmpty();
            assertThat(service.getBean(AuditLog.class)).isNotNull();
        }
    }

    @Test
    void takesTheKeyFromTheEnvironmentAndNothingForAKeyThatIsNone() {
        try (ConfigurableApplicationContext service = start("shuqiao.audit.checkpoint-key=" + Keys.pem())) {
            assertThat(service.getBeanNamesForType(Checkpointing.class)).hasSize(1);
        }
        assertThatThrownBy(() -> start("shuqiao.audit.checkpoint-key=secret"))
                .rootCause()
                .hasMessageContaining("PRIVATE KEY")
                .hasMessageNotContaining("secret");
    }

    private static ConfigurableApplicationContext start(String... properties) {
        String at = "://${shuqiao.postgres.host}:${shuqiao.postgres.port}/${shuqiao.postgres.database}";
        SpringApplicationBuilder application = new SpringApplicationBuilder(Service.class)
                .properties(
                        "spring.main.web-application-type=none",
                        "spring.r2dbc.url=r2dbc:postgresql" + at,
                        "spring.r2dbc.username=${shuqiao.postgres.user}",
                        "spring.r2dbc.password=${shuqiao.postgres.password}",
                        "spring.flyway.url=jdbc:postgresql" + at,
                        "spring.flyway.user=${shuqiao.postgres.user}",
                        "spring.flyway.password=${shuqiao.postgres.password}",
                        "spring.flyway.locations=classpath:db/audit");
        TestServers.settings("audit").forEach((name, value) -> application.properties(name + "=" + value));
        return application.properties(properties).run();
    }
}
