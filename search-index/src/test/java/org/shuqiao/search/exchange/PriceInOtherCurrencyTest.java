package org.shuqiao.search.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqiao.search.Http;
import org.shuqiao.search.Market;
import org.shuqiao.search.SearchIndexTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@SearchIndexTest
class PriceInOtherCurrencyTest {
    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @Autowired
    ApplicationContext context;

    @Autowired
    LivingRates rates;

    private Market market;

    @BeforeEach
    void empty() {
        market = new Market(context);
    }

    @AfterEach
    void asBefore() {
        rates.replace(ExchangeRates.NONE).block();
        market.close();
    }

    @Test
    void aPriceIsComparedInTheCurrencyOfTheBuyer() throws IOException {
        UUID yuan = priced("7000", "CNY");
        UUID dear = priced("9000", "CNY");
        UUID dollars = priced("900", "USD");
        UUID tenge = priced("10", "KZT");
        market.refresh();

        assertThat(found("priceMax=1000&currency=USD")).containsExactly(dollars);
        rates.read(file("Date,USD,CNY\n2026-11-26,1,8\n")).block();
        assertThat(found("priceMax=1000&currency=USD")).containsExactlyInAnyOrder(dollars, yuan);
        assertThat(found("priceMax=2000&currency=USD")).containsExactlyInAnyOrder(dollars, yuan, dear);
        assertThat(found("priceMax=1000&currency=KZT")).containsExactly(tenge);
        assertThat(found("currency=CNY")).containsExactlyInAnyOrder(yuan, dear);

        rates.read(file("Date,USD,CNY\n2026-11-27,1,much\n")).block();
        assertThat(rates.current().date()).isEqualTo("2026-11-26");
        rates.read(file("Date,USD,CNY\n2026-11-27,1,9\n")).block();
        assertThat(found("priceMax=1000&currency=USD")).containsExactlyInAnyOrder(dollars, yuan, dear);
    }

    private UUID priced(String from, String currency) {
        return market.offer("en", "Backup", "Backup", "{'price':{'min':'" + from + "','currency':'" + currency + "'}}");
    }

    private List<UUID> found(String choice) {
        return new Http(port)
                .get("/offers?q=backup&" + choice)
                .json()
                .path("items")
                .valueStream()
                .map(item -> UUID.fromString(item.path("id").asString()))
                .toList();
    }

    private Path file(String lines) throws IOException {
        return Files.writeString(folder.resolve("rates.csv"), lines);
    }
}
