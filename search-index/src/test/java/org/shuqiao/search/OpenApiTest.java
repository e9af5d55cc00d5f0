package org.shuqiao.search;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.shuqiao.testkit.CommittedOpenApi;
import org.springframework.boot.test.web.server.LocalServerPort;

@SearchIndexTest
class OpenApiTest {
    @LocalServerPort
    private int port;

    @Test
    void isTheInterfaceThatWasCommitted() throws IOException, InterruptedException {
        CommittedOpenApi.check(port, "search-index");
    }
}
