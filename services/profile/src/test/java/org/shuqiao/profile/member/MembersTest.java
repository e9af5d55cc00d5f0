package org.shuqiao.profile.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.profile.MemberChangedV1;
import org.shuqiao.contracts.profile.MemberEvent;
import org.shuqiao.contracts.profile.MemberJoinedV1;
import org.shuqiao.contracts.profile.MemberLeftV1;
import org.shuqiao.contracts.profile.Organization.Role;
import org.shuqiao.contracts.profile.OrganizationView;
import org.shuqiao.contracts.profile.Right;
import org.shuqiao.profile.Heard;
import org.shuqiao.profile.Http;
import org.shuqiao.profile.ProfileTest;
import org.shuqiao.profile.ServersForProfile;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;

@ProfileTest
class MembersTest {
    private static final String MEMBERS = "/organizations/{organization}/members";
    private static final String MEMBER = MEMBERS + "/{account}";

    @LocalServerPort
    private int port;

    private final UUID ann = UUID.randomUUID();
    private final UUID ben = UUID.randomUUID();
    private Http operator;
    private Http asAnn;
    private Http asBen;

    @BeforeEach
    void connect() {
        operator = new Http(port);
        asAnn = Http.as(port, ann);
        asBen = Http.as(port, ben);
    }

    @Test
    void makesWhoRegistersTheFirstOwnerAndTellsOfIt() {
        OrganizationView organization = asAnn.registered(Http.provider(Http.newId(), ""));
        asAnn.get(MEMBER, organization.id(), ann)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectBody()
                .jsonPath("$.rights")
                .isEqualTo(List.of("owner"))
                .jsonPath("$.by")
                .isEqualTo(ann.toString());
        asAnn.get("/organizations/mine")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].organization")
                .isEqualTo(organization.id().toString());
        assertThat(Heard.ofMember(ann, 1)).singleElement().isInstanceOfSatisfying(MemberJoinedV1.class, joined -> {
            assertThat(joined.membership().organization()).isEqualTo(organization.id());
            assertThat(joined.membership().roles()).containsExactly(Role.provider);
            assertThat(joined.membership().rights()).containsExactly(Right.owner);
        });
    }

    @Test
    void makesNoMemberOfAnOperatorOrAClientThatRegistersForOthers() {
        UUID registered = operator.registered(Http.provider(Http.newId(), "")).id();
        operator.get(MEMBERS, registered).expectBody().jsonPath("$.items").isEmpty();
        Http client = new Http(port, ServersForProfile.ISSUER.client("importer", "import"));
        UUID imported = client.registered(Http.provider(Http.newId(), "")).id();
        operator.get(MEMBERS, imported).expectBody().jsonPath("$.items").isEmpty();
    }

    @Test
    void keepsTheIdempotencyKeysOfAccountsApart() {
        String body = Http.provider(Http.newId(), "");
        asAnn.register("key-of-" + ann, body).expectStatus().isCreated();
        asAnn.register("key-of-" + ann, body).expectHeader().valueEquals("Idempotency-Replayed", "true");
        asBen.register("key-of-" + ann, Http.provider(Http.newId(), ""))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .doesNotExist("Idempotency-Replayed");
    }

    @Test
    void changesRights() {
        UUID organization = asAnn.registered(Http.provider(Http.newId(), "")).id();
        operator.appointed(organization, ben, Right.viewer);
        asBen.revise(organization, "\"1\"", Http.provider(Http.newId(), ""))
                .expectStatus()
                .isForbidden();
        String more = "{\"rights\":[\"signatory\",\"editor\"]}";
        asAnn.put(MEMBER, 1, more, organization, ben)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"")
                .expectBody()
                .jsonPath("$.rights")
                .isEqualTo(List.of("editor", "signatory"));
        asAnn.put(MEMBER, 1, more, organization, ben).expectStatus().isEqualTo(HttpStatus.PRECONDITION_FAILED);
        asAnn.put(MEMBER, 2, more, organization, ben).expectHeader().valueEquals("ETag", "\"2\"");
        asBen.revise(organization, "\"1\"", Http.provider(Http.newId(), ""))
                .expectStatus()
                .isOk();
        asBen.put(MEMBER, 2, "{\"rights\":[\"owner\"]}", organization, ben)
                .expectStatus()
                .isForbidden();
        assertThat(Heard.ofMember(ben, 2).getLast()).isInstanceOf(MemberChangedV1.class);
    }

    @Test
    void takesAllRightsFromWhoIsRemovedAtOnce() {
        UUID organization = asAnn.registered(Http.provider(Http.newId(), "")).id();
        operator.appointed(organization, ben, Right.owner);
        asAnn.delete(MEMBER, organization, ben).expectStatus().isNoContent();
        asBen.get(MEMBERS, organization).expectStatus().isForbidden();
        asBen.revise(organization, "\"1\"", Http.provider(Http.newId(), ""))
                .expectStatus()
                .isForbidden();
        asBen.get("/organizations/mine").expectBody().jsonPath("$.items").isEmpty();
        asAnn.get(MEMBER, organization, ben).expectStatus().isNotFound();
        asAnn.delete(MEMBER, organization, ben).expectStatus().isNotFound();

        operator.appointed(organization, ben, Right.viewer);
        List<MemberEvent> heard = Heard.ofMember(ben, 3);
        assertThat(heard).extracting(MemberEvent::version).containsExactly(1L, 2L, 3L);
        assertThat(heard)
                .extracting(MemberEvent::aggregateId)
                .containsOnly(heard.getFirst().aggregateId());
        assertThat(heard.get(1))
                .isInstanceOfSatisfying(
                        MemberLeftV1.class,
                        left -> assertThat(left.membership().rights()).isEmpty());
        assertThat(heard.get(2)).isInstanceOf(MemberJoinedV1.class);
    }

    @Test
    void keepsTheLastOwner() {
        UUID organization = asAnn.registered(Http.provider(Http.newId(), "")).id();
        for (Http who : List.of(asAnn, operator)) {
            isLastOwner(who.delete(MEMBER, organization, ann));
            isLastOwner(who.put(MEMBER, 1, "{\"rights\":[\"editor\"]}", organization, ann));
        }
        asAnn.put(MEMBER, 1, "{\"rights\":[\"owner\",\"signatory\"]}", organization, ann)
                .expectStatus()
                .isOk();
        operator.appointed(organization, ben, Right.owner);
        asAnn.delete(MEMBER, organization, ann).expectStatus().isNoContent();
        isLastOwner(asBen.delete(MEMBER, organization, ben));
    }

    private static void isLastOwner(WebTestClient.ResponseSpec answer) {
        answer.expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:shuqiao:problem:last-owner");
    }

    @Test
    void letsOnlyTheOperatorGiveReservedRoles() {
        for (String role : List.of("agency", "embassy", "mediator", "operator")) {
            String id = Http.newId();
            String reserved = Http.provider(id, "").replace("[\"provider\"]", "[\"provider\",\"" + role + "\"]");
            asAnn.register(reserved)
                    .expectStatus()
                    .isForbidden()
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:shuqiao:problem:role-reserved")
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("roles[1]");
            UUID organization = asAnn.registered(Http.provider(id, "")).id();
            asAnn.revise(organization, "\"1\"", reserved).expectStatus().isForbidden();
            operator.revise(organization, "\"1\"", reserved).expectStatus().isOk();
            asAnn.revise(organization, "\"2\"", reserved.replace("Firm", "House"))
                    .expectStatus()
                    .isOk();
            assertThat(Heard.ofMember(ann, 2)).isNotEmpty();
        }
    }

    @Test
    void tellsMembersOfTheirOrganizationsNewRoles() {
        String id = Http.newId();
        UUID organization = asAnn.registered(Http.provider(id, "")).id();
        operator.appointed(organization, ben, Right.viewer);
        asAnn.revise(organization, "\"1\"", Http.provider(id, ",\"founded\":2001"))
                .expectStatus()
                .isOk();
        asAnn.revise(organization, "\"2\"", Http.provider(id, "").replace("[\"provider\"]", "[\"buyer\",\"provider\"]"))
                .expectStatus()
                .isOk();
        assertThat(Heard.ofMember(ben, 2))
                .extracting(event -> event.membership().roles())
                .containsExactly(List.of(Role.provider), List.of(Role.buyer, Role.provider));
    }

    @Test
    void letsWhoOwnsAnOperatingOrganizationOperate() {
        String id = Http.newId();
        UUID office = operator.registered(Http.provider(id, "").replace("[\"provider\"]", "[\"operator\"]"))
                .id();
        operator.appointed(office, ann, Right.owner);
        operator.appointed(office, ben, Right.viewer);
        UUID other = Http.as(port, UUID.randomUUID())
                .registered(Http.provider(Http.newId(), ""))
                .id();
        asAnn.get(MEMBERS, other).expectStatus().isOk();
        asBen.get(MEMBERS, other).expectStatus().isForbidden();
    }

    @Test
    void refusesWhatIsNoMember() {
        UUID organization = asAnn.registered(Http.provider(Http.newId(), "")).id();
        refused(organization, "{\"rights\":[\"viewer\"]}", "account");
        refused(organization, "{\"account\":\"%s\"}".formatted(ben), "rights");
        refused(organization, "{\"account\":\"%s\",\"rights\":[]}".formatted(ben), "rights");
        refused(organization, "{\"account\":\"%s\",\"rights\":[\"king\"]}".formatted(ben), "rights[0]");
        refused(organization, "{\"account\":\"%s\",\"rights\":[\"owner\",\"owner\"]}".formatted(ben), "rights[1]");
        operator.post(MEMBERS, "{\"account\":\"%s\",\"rights\":[\"owner\"]}".formatted(ann), organization)
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT);
        operator.get(MEMBERS, UUID.randomUUID()).expectStatus().isNotFound();
        operator.get(MEMBERS + "?limit=201", organization).expectStatus().isBadRequest();
    }

    private void refused(UUID organization, String body, String field) {
        operator.post(MEMBERS, body, organization)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void pagesThroughManyMembers() {
        UUID organization = asAnn.registered(Http.provider(Http.newId(), "")).id();
        for (int i = 0; i < 4; i++) {
            operator.appointed(organization, UUID.randomUUID(), Right.viewer);
        }
        String link = asAnn.get(MEMBERS + "?limit=3", organization)
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(3)
                .returnResult()
                .getResponseHeaders()
                .getFirst("Link");
        assertThat(link).isNotNull();
        String query = link.substring(link.indexOf('?'), link.indexOf('>'));
        asAnn.get("/organizations/" + organization + "/members" + query)
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2);
    }
}
