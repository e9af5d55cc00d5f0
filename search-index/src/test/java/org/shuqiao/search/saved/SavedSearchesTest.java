package org.shuqiao.search.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.shuqiao.search.Fixtures.demand;
import static org.shuqiao.search.Fixtures.organization;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqiao.contracts.search.SavedSearchView;
import org.shuqiao.search.Http;
import org.shuqiao.search.Peers;
import org.shuqiao.search.SearchIndexTest;
import org.shuqiao.search.index.ElasticIndices;
import org.shuqiao.search.index.Indexing;
import org.shuqiao.search.index.Indexing.Change;
import org.shuqiao.search.index.Kind;
import org.shuqiao.search.index.Names;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SearchIndexTest
class SavedSearchesTest {
    @LocalServerPort
    int port;

    @Autowired
    Indexing indexing;

    @Autowired
    ElasticIndices indices;

    @Autowired
    Names names;

    private final UUID owner = UUID.randomUUID();
    private Http http;

    @BeforeEach
    void owner() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Boolean.TRUE.equals(indices.whole().block()));
        http = new Http(port);
        indexing.organizations(names.living(), List.of(organization(owner, 1, "Buyer")))
                .block();
    }

    @Test
    void isSavedOnceForAKeyAndReadAsItWasSaid() {
        String key = UUID.randomUUID().toString();
        String said = json("{'owner':'%s','name':' Meters ','kind':'offers','language':'ru',"
                + "'parameters':{'q':['счётчик \\'умный\\''],'standard':['iso 27001','x,y'],'market':['KZ']},"
                + "'delivery':{'mode':'daily','zone':'Asia/Almaty','hour':8}}");

        Http.Answer first = post(said, key);
        Http.Answer again = post(said, key);

        assertThat(first.status()).as(first.response().body()).isEqualTo(201);
        assertThat(first.header("ETag")).isEqualTo("\"1\"");
        String id = first.json().path("id").asString();
        assertThat(first.header("Location")).endsWith("saved-searches/" + id);
        assertThat(again.json()).isEqualTo(first.json());
        Http.Answer read = http.get("/saved-searches/" + id);
        assertThat(read.json()).isEqualTo(first.json());
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        SavedSearchView view = read.as(SavedSearchView.class);
        assertThat(view.ownerId()).isEqualTo(owner);
        assertThat(view.search().name()).isEqualTo("Meters");
        assertThat(view.search().parameters()).containsEntry("standard", List.of("iso 27001", "x,y"));
        assertThat(post(json("{'owner':'%s','name':'Other','kind':'offers'}"), key)
                        .status())
                .isEqualTo(422);
        assertThat(http.post("/saved-searches", said).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'owner':'%s','name':'x','kind':'offers','parameters':{'colour':['red']}} | parameters.colour",
                "{'owner':'%s','name':'x','kind':'offers','parameters':{'area':['clouds']}} | parameters.area",
                "{'owner':'%s','name':'x','kind':'demands','parameters':{'market':['KZ']}} | parameters.market",
                "{'owner':'%s','name':'x','kind':'offers','parameters':{'limit':['5']}} | parameters.limit",
                "{'owner':'%s','name':'x','kind':'offers','parameters':{'after':['5']}} | parameters.after",
                "{'owner':'%s','name':'x','kind':'offers','parameters':{'q':[]}} | parameters.q",
                "{'owner':'%s','name':'x','kind':'offers','parameters':{'q':['a','b']}} | parameters.q",
                "{'owner':'%s','name':'x','kind':'offers','parameters':{'q':[null]}} | parameters.q[0]",
                "{'owner':'%s','name':'x','kind':'offers','parameters':{'priceMax':['5']}} | parameters.currency",
                "{'owner':'%s','name':'','kind':'offers'} | name",
                "{'owner':'%s','kind':'offers'} | name",
                "{'owner':'%s','name':'x'} | kind",
                "{'owner':'%s','name':'x','kind':'ofers'} | kind",
                "{'owner':'%s','name':'x','kind':'offers','colour':1} | colour",
                "{'name':'x','kind':'offers'} | owner",
                "{'owner':'SCHEME','name':'x','kind':'offers'} | owner",
                "{'owner':'00000000-0000-7000-8000-000000000000','name':'x','kind':'offers'} | owner",
                "{'owner':'%s','name':'x','kind':'offers','language':'x_y'} | language",
                "{'owner':'%s','name':'x','kind':'offers','delivery':{'mode':'daily','hour':8}} | delivery.zone",
                "{'owner':'%s','name':'x','kind':'offers','delivery':{'mode':'daily','zone':'+02:00','hour':8}} | delivery.zone",
                "{'owner':'%s','name':'x','kind':'offers','delivery':{'mode':'daily','zone':'Asia/Almaty'}} | delivery.hour",
                "{'owner':'%s','name':'x','kind':'offers','delivery':{'mode':'daily','zone':'Asia/Almaty','hour':24}} | delivery.hour",
                "{'owner':'%s','name':'x','kind':'offers','delivery':{'mode':'immediately','hour':4}} | delivery.hour",
                "{'owner':'%s','name':'x','kind':'offers','leastScore':0.5} | leastScore",
                "{'owner':'%s','name':'x','kind':'matches'} | demand",
                "{'owner':'%s','name':'x','kind':'matches','demand':'5'} | demand",
                "{'owner':'%s','name':'x','kind':'matches','demand':'00000000-0000-7000-8000-000000000000'} | demand",
                "{'owner':'%s','name':'x','kind':'matches','demand':'00000000-0000-7000-8000-000000000000','leastScore':1.5} | leastScore"
            })
    void whatIsWrongIsNamed(String said, String field) {
        Http.Answer answer = post(json(said), UUID.randomUUID().toString());

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .as(answer.response().body())
                .isEqualTo(field);
    }

    @Test
    void anOwnerMayBeNamedByAnIdentifierAndOneJustRegisteredIsAskedFor() {
        UUID registered = UUID.randomUUID();
        Peers.get().organizations.put(registered, organization(registered, 1, "New"));
        try {
            Http.Answer byId = post(
                    json("{'owner':'" + registered + "','name':'x','kind':'offers'}"),
                    UUID.randomUUID().toString());
            Http.Answer byIdentifier = post(
                    json("{'owner':'TEST:" + registered + "','name':'x','kind':'offers'}"),
                    UUID.randomUUID().toString());

            assertThat(byId.status()).as(byId.response().body()).isEqualTo(201);
            assertThat(byIdentifier.json().path("ownerId").asString()).isEqualTo(registered.toString());
        } finally {
            Peers.get().organizations.clear();
        }
    }

    @Test
    void aDemandIsItsBuyers() {
        UUID id = UUID.randomUUID();
        indexing.listings(
                        names.living(),
                        Kind.DEMANDS,
                        List.of(new Change.State(demand(id, UUID.randomUUID(), 1, "en", "Demand", "x"))))
                .block();

        Http.Answer answer = post(
                json("{'owner':'%s','name':'x','kind':'matches','demand':'" + id + "'}"),
                UUID.randomUUID().toString());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("type").asString()).endsWith("not-its-demand");
    }

    @Test
    void changesNameTheVersionTheyAreMadeTo() {
        SavedSearchView saved = saved("First");
        String path = "/saved-searches/" + saved.id();
        String renamed = json("{'owner':'%s','name':'Second','kind':'offers','parameters':{'q':['water']}}");
        String asking = json("{'owner':'%s','name':'Second','kind':'offers','parameters':{'q':['fire']}}");

        assertThat(http.send("PUT", path, renamed).status()).isEqualTo(428);
        Http.Answer second = http.send("PUT", path, renamed, "If-Match", "\"1\"");
        assertThat(second.header("ETag")).isEqualTo("\"2\"");
        assertThat(second.as(SavedSearchView.class).since()).isEqualTo(saved.since());
        assertThat(http.send("PUT", path, asking, "If-Match", "\"1\"").status()).isEqualTo(412);
        Http.Answer third = http.send("PUT", path, asking, "If-Match", "\"2\"");
        assertThat(third.as(SavedSearchView.class).since()).isAfter(saved.since());
        assertThat(http.send("PUT", path, asking, "If-Match", "\"3\"").header("ETag"))
                .isEqualTo("\"3\"");
        UUID other = UUID.randomUUID();
        indexing.organizations(names.living(), List.of(organization(other, 1, "Other")))
                .block();
        assertThat(http.send("PUT", path, asking.replace(owner.toString(), other.toString()), "If-Match", "\"3\"")
                        .json()
                        .path("type")
                        .asString())
                .endsWith("other-owner");

        assertThat(http.send("DELETE", path, "", "If-Match", "\"2\"").status()).isEqualTo(412);
        assertThat(http.send("DELETE", path, "", "If-Match", "\"3\"").status()).isEqualTo(204);
        assertThat(http.send("DELETE", path, "", "If-Match", "\"3\"").status()).isEqualTo(404);
        assertThat(http.get(path).status()).isEqualTo(404);
    }

    @Test
    void thoseOfAnOwnerFollowOneAnotherPageByPage() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(saved("Search " + i).id().toString());
        }
        List<String> found = new ArrayList<>();
        String next = "/saved-searches?limit=2&owner=" + owner;
        while (!next.isEmpty()) {
            Http.Answer page = http.get(next);
            page.json().path("items").forEach(item -> found.add(item.path("id").asString()));
            String cursor = page.json().path("next").asString("");
            next = cursor.isEmpty() ? "" : "/saved-searches?limit=2&owner=" + owner + "&after=" + cursor;
        }

        assertThat(found).containsExactlyElementsOf(ids);
        assertThat(http.get("/saved-searches").status()).isEqualTo(400);
        assertThat(http.get("/saved-searches?owner=5").status()).isEqualTo(400);
        assertThat(http.get("/alerts").status()).isEqualTo(400);
        assertThat(http.get("/alerts?owner=" + owner + "&limit=5000").status()).isEqualTo(400);
        assertThat(http.get("/alerts?owner=" + owner + "&after=x").status()).isEqualTo(400);
    }

    private SavedSearchView saved(String name) {
        Http.Answer answer = post(
                json("{'owner':'%s','name':'" + name + "','kind':'offers','parameters':{'q':['water']}}"),
                UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        return http.get("/saved-searches/" + answer.json().path("id").asString())
                .as(SavedSearchView.class);
    }

    private Http.Answer post(String body, String key) {
        return http.send("POST", "/saved-searches", body, "Idempotency-Key", key);
    }

    private String json(String said) {
        return said.replace("\\'", "\\\"").replace('\'', '"').replace("%s", owner.toString());
    }
}
