package org.shuqiao.profile.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.profile.InvitationView;
import org.shuqiao.contracts.profile.Right;
import org.shuqiao.profile.Http;
import org.shuqiao.profile.ProfileTest;
import org.shuqiao.profile.ServersForProfile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;

@ProfileTest
class InvitationsTest {
    private static final String INVITATIONS = "/organizations/{organization}/invitations";
    private static final String ACCEPT = INVITATIONS + "/accept";

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    private final UUID ann = UUID.randomUUID();
    private final UUID ben = UUID.randomUUID();
    private Http operator;
    private Http asAnn;
    private Http asBen;
    private UUID organization;

    @BeforeEach
    void register() {
        operator = new Http(port);
        asAnn = Http.as(port, ann);
        asBen = Http.as(port, ben);
        organization = asAnn.registered(Http.provider(Http.newId(), "")).id();
    }

    @Test
    void letsTheAccountWithTheSecretJoinOnce() {
        InvitationView invitation = invited(asAnn, "ben@example.com", Right.editor, Right.viewer);
        assertThat(Duration.between(invitation.createdAt(), invitation.expiresAt()))
                .isEqualTo(Duration.ofDays(7));
        asAnn.get(INVITATIONS, organization)
                .expectBody()
                .jsonPath("$.items[0].email")
                .isEqualTo("ben@example.com")
                .jsonPath("$.items[0].secret")
                .doesNotExist();
        accept(asBen, organization, invitation)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.account")
                .isEqualTo(ben.toString())
                .jsonPath("$.rights")
                .isEqualTo(List.of("editor", "viewer"))
                .jsonPath("$.by")
                .isEqualTo(ann.toString());
        isNone(accept(Http.as(port, UUID.randomUUID()), organization, invitation));
        asAnn.get(INVITATIONS, organization).expectBody().jsonPath("$.items").isEmpty();
        asBen.get("/organizations/{organization}/members", organization)
                .expectStatus()
                .isOk();
    }

    @Test
    void showsTheSecretOnceAndKeepsItNowhere() {
        String key = UUID.randomUUID().toString();
        String secret = secretOf(invite(asAnn, key, "ben@example.com", Right.viewer));
        invite(asAnn, key, "ben@example.com", Right.viewer)
                .expectHeader()
                .valueEquals("Idempotency-Replayed", "true")
                .expectBody()
                .jsonPath("$.secret")
                .doesNotExist();
        for (String table : List.of("invitation", "idempotency_key", "outbox", "member")) {
            List<String> rows = database.sql(
                            "SELECT t::text || coalesce(encode((to_jsonb(t) ->> 'body')::bytea, 'escape'), '')"
                                    + " AS said FROM " + table + " t")
                    .map(row -> String.valueOf(row.get("said")))
                    .all()
                    .collectList()
                    .block();
            assertThat(rows).isNotNull().noneMatch(row -> row.contains(secret));
        }
    }

    @Test
    void refusesASecretThatHoldsNoMore() {
        InvitationView first = invited(asAnn, "ben@example.com", Right.viewer);
        UUID other = asAnn.registered(Http.provider(Http.newId(), "")).id();
        isNone(accept(asBen, other, first));
        isNone(accept(asBen, UUID.randomUUID(), first));
        isNone(asBen.post(ACCEPT, "{\"secret\":\"guessed\"}", organization));

        InvitationView again = invited(asAnn, "Ben@Example.com", Right.viewer);
        isNone(accept(asBen, organization, first));
        asAnn.delete(INVITATIONS + "/{id}", organization, again.id())
                .expectStatus()
                .isNoContent();
        isNone(accept(asBen, organization, again));
        isNone(asAnn.delete(INVITATIONS + "/{id}", organization, again.id()));

        InvitationView old = invited(asAnn, "ben@example.com", Right.viewer);
        database.sql("UPDATE invitation SET expires_at = now() WHERE id = $1")
                .bind(0, old.id())
                .then()
                .block();
        isNone(accept(asBen, organization, old));
        invited(asAnn, "cem@example.com", Right.viewer);
        assertThat(database.sql("SELECT id FROM invitation WHERE id = $1")
                        .bind(0, old.id())
                        .fetch()
                        .all()
                        .collectList()
                        .block())
                .as("the address is not kept")
                .isEmpty();
    }

    @Test
    void holdsOnlyAsLongAsWhoInvitesMayInvite() {
        operator.appointed(organization, ben, Right.owner);
        InvitationView byBen = invited(asBen, "cem@example.com", Right.owner);
        InvitationView byOperator = invited(operator, "dan@example.com", Right.owner);
        asAnn.delete("/organizations/{organization}/members/{account}", organization, ben)
                .expectStatus()
                .isNoContent();
        isNone(accept(asBen, organization, byBen));
        isNone(accept(Http.as(port, UUID.randomUUID()), organization, byBen));
        accept(Http.as(port, UUID.randomUUID()), organization, byOperator)
                .expectStatus()
                .isCreated();
    }

    @Test
    void isNotUsedUpByAMember() {
        InvitationView invitation = invited(asAnn, "ben@example.com", Right.viewer);
        accept(asAnn, organization, invitation)
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:shuqiao:problem:already-member");
        accept(asBen, organization, invitation).expectStatus().isCreated();
    }

    @Test
    void letsOneOfManyAccountsIn() {
        InvitationView invitation = invited(asAnn, "ben@example.com", Right.viewer);
        List<Integer> statuses = Flux.fromStream(
                        Stream.generate(UUID::randomUUID).limit(16))
                .flatMap(
                        account -> Http.as(port, account)
                                .reactive()
                                .post()
                                .uri(ACCEPT, organization)
                                .contentType(MediaType.APPLICATION_JSON)
                                .header("Idempotency-Key", "accept")
                                .bodyValue("{\"secret\":\"" + invitation.secret() + "\"}")
                                .exchangeToMono(answer -> answer.releaseBody()
                                        .thenReturn(answer.statusCode().value())),
                        16)
                .collectList()
                .block(Duration.ofSeconds(30));
        assertThat(statuses).hasSize(16).containsOnly(201, 404).containsOnlyOnce(201);
    }

    @Test
    void letsOnlySomeWait() {
        for (int i = 0; i < ServersForProfile.MOST_INVITATIONS; i++) {
            invited(asAnn, i + "@example.com", Right.viewer);
        }
        invite(asAnn, UUID.randomUUID().toString(), "more@example.com", Right.viewer)
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:shuqiao:problem:too-many-invitations");
        invited(asAnn, "1@example.com", Right.viewer);
    }

    @Test
    void refusesWhatIsNoInvitation() {
        for (String email : List.of(
                "",
                "ben",
                "ben@",
                "@example.com",
                "a b@example.com",
                "ben@example.com\\u0000",
                "x".repeat(300) + "@example.com")) {
            refused("{\"email\":\"" + email + "\",\"rights\":[\"viewer\"]}", "email");
        }
        refused("{\"rights\":[\"viewer\"]}", "email");
        refused("{\"email\":\"ben@example.com\"}", "rights");
        asBen.post(ACCEPT, "{}", organization).expectStatus().isBadRequest();
    }

    private void refused(String body, String field) {
        asAnn.post(INVITATIONS, body, organization)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    private InvitationView invited(Http by, String email, Right... rights) {
        InvitationView invitation = invite(by, UUID.randomUUID().toString(), email, rights)
                .expectStatus()
                .isCreated()
                .expectBody(InvitationView.class)
                .returnResult()
                .getResponseBody();
        assertThat(invitation).isNotNull();
        return invitation;
    }

    private WebTestClient.ResponseSpec invite(Http by, String key, String email, Right... rights) {
        return by.client()
                .post()
                .uri(INVITATIONS, organization)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", key)
                .bodyValue("{\"email\":\"" + email + "\",\"rights\":" + Http.rights(rights) + "}")
                .exchange();
    }

    private static String secretOf(WebTestClient.ResponseSpec answer) {
        InvitationView invitation =
                answer.expectBody(InvitationView.class).returnResult().getResponseBody();
        assertThat(invitation).isNotNull();
        String secret = invitation.secret();
        assertThat(secret).isNotNull().hasSize(43);
        return secret;
    }

    private static WebTestClient.ResponseSpec accept(Http as, UUID organization, InvitationView invitation) {
        return as.post(ACCEPT, "{\"secret\":\"" + invitation.secret() + "\"}", organization);
    }

    private static void isNone(WebTestClient.ResponseSpec answer) {
        answer.expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:shuqiao:problem:invitation-not-found");
    }
}
