package org.shuqiao.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Holds the HTTP interface a service describes to the one that was committed, so that it changes only on purpose. */
public final class CommittedOpenApi {
    private static final String WRITE = "shuqiao.openapi.write";

    private CommittedOpenApi() {}

    /**
     * Fails unless {@code /openapi.json} on the port equals the module's {@code openapi.json}. After an intended change run
     * the test with {@code -Dshuqiao.openapi.write=true} and commit the file.
     *
     * @param module the module's folder below the top folder
     */
    public static void check(int port, String module) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/openapi.json"))
                .timeout(Duration.ofSeconds(30))
                .build();
        String served = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        JsonMapper json = JsonMapper.shared();
        JsonNode openApi = json.readTree(served);
        ((ObjectNode) openApi).remove("servers");
        Path committed = TestServers.root().resolve(module).resolve("openapi.json");
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(committed, json.writerWithDefaultPrettyPrinter().writeValueAsString(openApi) + "\n");
        }
        Assertions.assertThat(openApi)
                .as("the interface of %s; -D%s=true writes it anew", module, WRITE)
                .isEqualTo(json.readTree(Files.readString(committed)));
    }
}
