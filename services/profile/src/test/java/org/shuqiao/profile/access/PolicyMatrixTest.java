package org.shuqiao.profile.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.access.policy.Actor;
import org.shuqiao.access.policy.Policy;
import org.shuqiao.access.policy.Rule;
import org.shuqiao.access.policy.Verb;
import org.shuqiao.contracts.profile.InvitationView;
import org.shuqiao.contracts.profile.Right;
import org.shuqiao.profile.Http;
import org.shuqiao.profile.ProfileTest;
import org.shuqiao.profile.ServersForProfile;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/**
 * Every rule of the policy that this service is under, tried by every actor on an object that is not its own and, where the
 * rule makes a difference, on its own: let where the policy says so, with success, and refused everywhere else.
 */
@ProfileTest
class PolicyMatrixTest {
    /** How much is tried; kept here so that a change of the policy shows as figures. */
    private static final int ALLOWED = 193;

    private static final int DENIED = 152;

    private static final Set<Verb> READING = Set.of(Verb.READ, Verb.LIST, Verb.FEED);

    @LocalServerPort
    private int port;

    private final UUID official = UUID.randomUUID();
    private final UUID reader = UUID.randomUUID();
    private Http operator;

    /** An organization with a member of each right, and what else a rule may be about. */
    private record Objects(
            UUID organization, Map<Right, UUID> members, UUID former, UUID other, InvitationView invitation) {}

    /** Somebody who tries: its column in the policy, and what it is; nobody, or an account, or a client with a scope. */
    private record Somebody(
            String name,
            Actor actor,
            @Nullable UUID account,
            @Nullable String scope) {
        Somebody(String name, Actor actor, @Nullable UUID account) {
            this(name, actor, account, null);
        }

        boolean isNobody() {
            return account == null && scope == null;
        }

        /** Good for some minutes. */
        @Nullable
        String token() {
            return account != null
                    ? ServersForProfile.ISSUER.account(account)
                    : scope != null ? ServersForProfile.ISSUER.client("partner", scope) : null;
        }
    }

    /** A request about the objects. */
    private interface Attempt extends BiFunction<Http, Objects, ResponseSpec> {}

    @BeforeEach
    void openTheOffice() {
        operator = new Http(port);
        UUID office = operator.registered(Http.provider(Http.newId(), "").replace("[\"provider\"]", "[\"operator\"]"))
                .id();
        operator.appointed(office, official, Right.editor);
        operator.appointed(office, reader, Right.viewer, Right.signatory);
    }

    @Test
    void isWhatTheServiceDoes() {
        Map<String, Attempt> attempts = attempts();
        List<String> wrong = new ArrayList<>();
        int allowed = 0;
        int denied = 0;
        for (Rule rule : Policy.read().of("profile").rules()) {
            if (rule.endpoints().isEmpty()) {
                continue; // asked for by the service itself, see MembersTest
            }
            String what = rule.resource() + " " + rule.verb().word();
            Attempt attempt = attempts.remove(what);
            assertThat(attempt).as("an attempt for %s", what).isNotNull();
            Objects objects = objects();
            List<Somebody> everybody = everybody(objects);
            for (int i = 0; i < everybody.size(); i++) {
                Somebody somebody = everybody.get(i);
                boolean may = may(rule, somebody);
                int status = status(attempt, somebody, objects);
                if (!(may ? isDone(what, status) : status == (somebody.isNobody() ? 401 : 403))) {
                    wrong.add("%s by %s: %d, %s".formatted(what, somebody.name(), status, may ? "may" : "may not"));
                }
                allowed += may ? 1 : 0;
                denied += may ? 0 : 1;
                if (may && !READING.contains(rule.verb())) {
                    objects = objects();
                    everybody = everybody(objects);
                }
            }
        }
        assertThat(attempts).as("attempts without a rule").isEmpty();
        assertThat(wrong).isEmpty();
        assertThat(List.of(allowed, denied)).containsExactly(ALLOWED, DENIED);
    }

    /** What is the account's own is so whatever its right, and for members only. */
    @Test
    void letsEveryMemberReadItsOwnEntryAndLeave() {
        Objects objects = objects();
        operator.appointed(objects.organization(), UUID.randomUUID(), Right.owner);
        objects.members().forEach((right, account) -> {
            Http own = Http.as(port, account);
            own.get("/organizations/{o}/members/{a}", objects.organization(), account)
                    .expectStatus()
                    .isOk();
            own.delete("/organizations/{o}/members/{a}", objects.organization(), account)
                    .expectStatus()
                    .isNoContent();
            own.get("/organizations/{o}/members/{a}", objects.organization(), account)
                    .expectStatus()
                    .isNotFound();
            own.get("/organizations/{o}/members/{a}", objects.organization(), objects.other())
                    .expectStatus()
                    .isForbidden();
        });
    }

    private int status(Attempt attempt, Somebody somebody, Objects objects) {
        return attempt.apply(new Http(port, somebody.token()), objects)
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    /** There are no dead letters: who may is told so. */
    private static boolean isDone(String what, int status) {
        return status / 100 == 2 || (what.equals("dead letters change") && status == 400);
    }

    private static boolean may(Rule rule, Somebody somebody) {
        return switch (rule.word(somebody.actor())) {
            case "yes" -> true;
            case "-" -> false;
            // all others try what is not their own
            case "self" -> rule.resource().equals("own membership");
            case String scope when scope.startsWith("scope:") -> scope.equals("scope:" + somebody.scope());
            case String other -> throw new AssertionError("no attempt knows of " + other);
        };
    }

    private List<Somebody> everybody(Objects objects) {
        List<Somebody> all = new ArrayList<>();
        all.add(new Somebody("nobody", Actor.GUEST, null));
        all.add(new Somebody("an account without any organization", Actor.ACCOUNT, UUID.randomUUID()));
        all.add(new Somebody("the owner of another organization", Actor.ACCOUNT, objects.other()));
        all.add(new Somebody("a former owner", Actor.ACCOUNT, objects.former()));
        objects.members()
                .forEach((right, account) -> all.add(new Somebody(
                        "a member with the right " + right,
                        Actor.valueOf(right.name().toUpperCase(Locale.ROOT)),
                        account)));
        all.add(new Somebody("an operator by the settings", Actor.OPERATOR, ServersForProfile.OPERATOR));
        all.add(new Somebody("a member of an operating organization", Actor.OPERATOR, official));
        all.add(new Somebody("one who only reads there", Actor.ACCOUNT, reader));
        for (String scope : List.of("none", "import", "feed", "operate")) {
            all.add(new Somebody("a client with the scope " + scope, Actor.CLIENT, null, scope));
        }
        return all;
    }

    private Objects objects() {
        UUID organization = operator.registered(Http.provider(Http.newId(), "")).id();
        Map<Right, UUID> members = new EnumMap<>(Right.class);
        for (Right right : Right.values()) {
            UUID account = UUID.randomUUID();
            operator.appointed(organization, account, right);
            members.put(right, account);
        }
        UUID former = UUID.randomUUID();
        operator.appointed(organization, former, Right.owner);
        operator.delete("/organizations/{o}/members/{a}", organization, former)
                .expectStatus()
                .isNoContent();
        UUID other = UUID.randomUUID();
        operator.appointed(operator.registered(Http.provider(Http.newId(), "")).id(), other, Right.owner);
        return new Objects(organization, members, former, other, invitation(organization));
    }

    private InvitationView invitation(UUID organization) {
        InvitationView invitation = operator.post(
                        "/organizations/{o}/invitations",
                        "{\"email\":\"new@example.com\",\"rights\":[\"viewer\"]}",
                        organization)
                .expectBody(InvitationView.class)
                .returnResult()
                .getResponseBody();
        assertThat(invitation).isNotNull();
        return invitation;
    }

    /** One for each rule; on a member that is none of those who try. */
    private Map<String, Attempt> attempts() {
        Map<String, Attempt> all = new LinkedHashMap<>();
        all.put("description read", (http, _) -> http.get("/openapi.json"));
        all.put("health read", (http, _) -> http.get("/actuator/health/liveness"));
        all.put("figures read", (http, _) -> http.get("/actuator/metrics"));
        all.put("dead letters list", (http, _) -> http.get("/actuator/deadletters"));
        all.put("dead letters change", (http, _) -> http.post("/actuator/deadletters/profile.organization", ""));
        all.put("organization list", (http, _) -> http.get("/organizations?limit=1"));
        all.put("organization read", (http, o) -> http.get("/organizations/{o}", o.organization()));
        all.put("organization feed", (http, _) -> http.get("/feed/organizations?limit=1"));
        all.put("organization create", (http, _) -> http.register(Http.provider(Http.newId(), "")));
        all.put(
                "organization change",
                (http, o) -> http.revise(o.organization(), "\"1\"", Http.provider(Http.newId(), "")));
        all.put("city list", (http, _) -> http.get("/cities"));
        all.put("city read", (http, _) -> http.get("/cities/CNSHA"));
        all.put("zone list", (http, _) -> http.get("/zones"));
        all.put("own membership list", (http, _) -> http.get("/organizations/mine"));
        all.put("member list", (http, o) -> http.get("/organizations/{o}/members", o.organization()));
        all.put("member read", (http, o) -> http.get("/organizations/{o}/members/{a}", o.organization(), another(o)));
        all.put(
                "member create",
                (http, o) -> http.post(
                        "/organizations/{o}/members",
                        "{\"account\":\"" + UUID.randomUUID() + "\",\"rights\":[\"viewer\"]}",
                        o.organization()));
        all.put(
                "member change",
                (http, o) -> http.put(
                        "/organizations/{o}/members/{a}",
                        1,
                        "{\"rights\":[\"editor\"]}",
                        o.organization(),
                        another(o)));
        all.put(
                "member remove",
                (http, o) -> http.delete("/organizations/{o}/members/{a}", o.organization(), another(o)));
        all.put("invitation list", (http, o) -> http.get("/organizations/{o}/invitations", o.organization()));
        all.put(
                "invitation create",
                (http, o) -> http.post(
                        "/organizations/{o}/invitations",
                        "{\"email\":\"more@example.com\",\"rights\":[\"viewer\"]}",
                        o.organization()));
        all.put(
                "invitation remove",
                (http, o) -> http.delete(
                        "/organizations/{o}/invitations/{i}",
                        o.organization(),
                        o.invitation().id()));
        all.put("invitation accept", (http, _) -> acceptElsewhere(http));
        return all;
    }

    /** Where nobody who tries is a member, since members are told that they are in already. */
    private ResponseSpec acceptElsewhere(Http http) {
        UUID elsewhere = operator.registered(Http.provider(Http.newId(), "")).id();
        return http.post(
                "/organizations/{o}/invitations/accept",
                "{\"secret\":\"" + invitation(elsewhere).secret() + "\"}",
                elsewhere);
    }

    private UUID another(Objects objects) {
        UUID account = UUID.randomUUID();
        operator.appointed(objects.organization(), account, Right.viewer);
        return account;
    }
}
