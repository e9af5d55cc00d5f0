package org.shuqiao.profile;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.shuqiao.testkit.CommittedOpenApi;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProfileTest
class OpenApiTest {
    @LocalServerPort
    private int port;

    @Test
    void isTheInterfaceThatWasCommitted() throws IOException, InterruptedException {
        CommittedOpenApi.check(port, "services/profile");
    }
}
