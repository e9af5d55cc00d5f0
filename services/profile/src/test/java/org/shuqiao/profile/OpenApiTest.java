package org.shuqiao.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.shuqiao.testkit.TestServers;
import org.springdoc.webflux.api.OpenApiWebfluxResource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@ProfileTest
class OpenApiTest {
    @LocalServerPort
    private int port;

    @Autowired
    private OpenApiWebfluxResource resource;

    /** After an intended change, run with {@code -Dshuqiao.openapi.write=true} and commit the file. */
    @Test
    void isTheInterfaceThatWasCommitted() throws IOException {
        // once outside the event loop: the first time it scans classes, and that blocks
        ServerHttpRequest first = MockServerHttpRequest.get("/openapi.json").build();
        resource.openapiJson(first, "/openapi.json", Locale.ENGLISH).block();
        byte[] served = new Http(port)
                .get("/openapi.json")
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        JsonMapper json = JsonMapper.builder().build();
        JsonNode openApi = json.readTree(served);
        ((ObjectNode) openApi).remove("servers");
        Path committed = TestServers.root().resolve("services/profile/openapi.json");
        if (Boolean.getBoolean("shuqiao.openapi.write")) {
            Files.writeString(committed, json.writerWithDefaultPrettyPrinter().writeValueAsString(openApi) + "\n");
        }
        assertThat(openApi).isEqualTo(json.readTree(Files.readString(committed)));
    }
}
