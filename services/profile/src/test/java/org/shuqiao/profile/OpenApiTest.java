package org.shuqiao.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.shuqiao.testkit.TestServers;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ProfileTest
class OpenApiTest {
    @LocalServerPort
    private int port;

    /** After an intended change, run with {@code -Dshuqiao.openapi.write=true} and commit the file. */
    @Test
    void isTheInterfaceThatWasCommitted() throws IOException {
        byte[] served = new Http(port)
                .get("/openapi.json")
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        JsonMapper json = JsonMapper.builder().build();
        JsonNode openApi = json.readTree(served);
        ((tools.jackson.databind.node.ObjectNode) openApi).remove("servers");
        Path committed = TestServers.root().resolve("services/profile/openapi.json");
        if (Boolean.getBoolean("shuqiao.openapi.write")) {
            Files.writeString(committed, json.writerWithDefaultPrettyPrinter().writeValueAsString(openApi) + "\n");
        }
        assertThat(openApi).isEqualTo(json.readTree(Files.readString(committed)));
    }
}
