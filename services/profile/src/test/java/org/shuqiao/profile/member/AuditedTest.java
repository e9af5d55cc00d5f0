package org.shuqiao.profile.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.audit.Action;
import org.shuqiao.audit.AuditEntries;
import org.shuqiao.audit.AuditEntry;
import org.shuqiao.audit.AuditFilter;
import org.shuqiao.contracts.profile.InvitationView;
import org.shuqiao.contracts.profile.Right;
import org.shuqiao.profile.Http;
import org.shuqiao.profile.ProfileTest;
import org.shuqiao.profile.ServersForProfile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who made whom what is on record, and who looked. */
@ProfileTest
class AuditedTest {
    private static final String MEMBER = "/organizations/{organization}/members/{account}";

    @LocalServerPort
    private int port;

    @Autowired
    private AuditEntries log;

    private final UUID ann = UUID.randomUUID();
    private final UUID ben = UUID.randomUUID();
    private Http operator;
    private Http asAnn;

    @BeforeEach
    void connect() {
        operator = new Http(port);
        asAnn = Http.as(port, ann);
    }

    @Test
    void notesWhoMadeWhomAMember() {
        UUID organization = asAnn.registered(Http.provider(Http.newId(), "")).id();
        operator.appointed(organization, ben, Right.viewer);
        asAnn.put(MEMBER, 1, "{\"rights\":[\"editor\",\"signatory\"]}", organization, ben)
                .expectStatus()
                .isOk();
        asAnn.delete(MEMBER, organization, ben).expectStatus().isNoContent();
        asAnn.delete(MEMBER, organization, ann).expectStatus().isEqualTo(409);

        List<AuditEntry> byAnn = of(ann);
        assertThat(byAnn)
                .extracting(entry -> entry.act().action())
                .containsExactly(Action.JOINED, Action.GRANTED, Action.REVOKED, Action.LEFT);
        assertThat(byAnn)
                .allSatisfy(
                        entry -> assertThat(entry.act().actor().organization()).isEqualTo(organization.toString()));
        assertThat(byAnn.get(1).act().details().members())
                .isEqualTo(Map.of(
                        "account",
                        ben.toString(),
                        "organization",
                        organization.toString(),
                        "rights",
                        List.of("editor", "signatory")));
        assertThat(byAnn.get(2).act().details().members()).containsEntry("rights", List.of("viewer"));
    }

    @Test
    void notesInvitationsWithoutTheAddress() {
        UUID organization = asAnn.registered(Http.provider(Http.newId(), "")).id();
        String body = "{\"email\":\"ben@example.com\",\"rights\":[\"viewer\"]}";
        InvitationView first = asAnn.post("/organizations/{o}/invitations", body, organization)
                .expectBody(InvitationView.class)
                .returnResult()
                .getResponseBody();
        assertThat(first).isNotNull();
        asAnn.delete("/organizations/{o}/invitations/{i}", organization, first.id())
                .expectStatus()
                .isNoContent();
        asAnn.get("/organizations/{o}/invitations", organization).expectStatus().isOk();
        List<AuditEntry> entries = of(ann);
        assertThat(entries)
                .extracting(entry -> entry.act().action())
                .containsExactly(Action.JOINED, Action.INVITED, Action.WITHDRAWN, Action.READ_PERSONAL);
        assertThat(entries.toString()).doesNotContain("example.com").doesNotContain(first.secret());
    }

    @Test
    void notesWhoReadsAListOfMembersAndWhoWasGivenARole() {
        String id = Http.newId();
        UUID organization = asAnn.registered(Http.provider(id, "")).id();
        asAnn.get("/organizations/{o}/members", organization).expectStatus().isOk();
        Http.as(port, ben)
                .get("/organizations/{o}/members", organization)
                .expectStatus()
                .isForbidden();
        assertThat(of(ann).getLast().act()).satisfies(act -> {
            assertThat(act.action()).isEqualTo(Action.READ_PERSONAL);
            assertThat(act.object().id()).isEqualTo(organization.toString());
            assertThat(act.details().members()).containsEntry("fields", List.of("members"));
        });
        assertThat(of(ben)).isEmpty();

        operator.revise(
                        organization,
                        "\"1\"",
                        Http.provider(id, "").replace("[\"provider\"]", "[\"provider\",\"agency\"]"))
                .expectStatus()
                .isOk();
        operator.revise(organization, "\"2\"", Http.provider(id, ""))
                .expectStatus()
                .isOk();
        assertThat(of(ServersForProfile.OPERATOR).stream()
                        .map(AuditEntry::act)
                        .filter(act -> act.object().id().equals(organization.toString())))
                .extracting(act -> act.action() + " " + act.details().members().get("roles"))
                .containsExactly("GRANTED [agency]", "REVOKED [agency]");
    }

    private List<AuditEntry> of(UUID account) {
        List<AuditEntry> found = log.find(AuditFilter.ANY.subject(account.toString()), null, 500)
                .collectList()
                .block();
        assertThat(found).isNotNull();
        return found.reversed();
    }
}
