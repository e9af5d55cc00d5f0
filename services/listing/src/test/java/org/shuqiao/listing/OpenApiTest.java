package org.shuqiao.listing;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.shuqiao.testkit.CommittedOpenApi;
import org.springframework.boot.test.web.server.LocalServerPort;

@ListingTest
class OpenApiTest {
    @LocalServerPort
    int port;

    @Test
    void isTheInterfaceThatWasCommitted() throws IOException, InterruptedException {
        CommittedOpenApi.check(port, "services/listing");
    }
}
