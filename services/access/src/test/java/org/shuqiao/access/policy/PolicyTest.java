package org.shuqiao.access.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuqiao.access.Caller;
import org.shuqiao.contracts.profile.Membership;
import org.shuqiao.contracts.profile.Organization.Role;
import org.shuqiao.contracts.profile.Right;
import org.shuqiao.testkit.TestServers;
import tools.jackson.databind.json.JsonMapper;

class PolicyTest {
    private static final String WRITE = "shuqiao.policy.write";
    private static final UUID ACCOUNT = UUID.randomUUID();
    private static final Caller GUEST = new Caller.Guest();

    @Test
    void isThePageThatWasCommitted() throws IOException {
        Path page = TestServers.root().resolve("docs/policy.md");
        String written = PolicyPage.of(Policy.read());
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(page, written);
        }
        assertThat(Files.readString(page))
                .as("docs/policy.md; -D%s=true writes it anew", WRITE)
                .isEqualTo(written);
    }

    /** Also of services that do not ask it yet. */
    @ParameterizedTest
    @CsvSource({"profile,services/profile", "listing,services/listing", "search-index,search-index"})
    void hasARuleForEveryOperationThatAServiceDescribes(String service, String folder) throws IOException {
        Path file = TestServers.root().resolve(folder).resolve("openapi.json");
        Set<String> described = new TreeSet<>();
        JsonMapper.shared()
                .readTree(Files.readString(file))
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        assertThat(described).isNotEmpty();
        assertThat(Policy.read().of(service).rules().stream()
                        .flatMap(rule -> rule.endpoints().stream())
                        // a description leaves the pattern of a variable out
                        .map(endpoint -> endpoint.replaceAll("\\{(\\w+):[^}]*}", "{$1}")))
                .containsAll(described);
    }

    @Test
    void reachesWhatTheCellsSay() {
        Rule saved = rule("search-index", "saved search", Verb.CHANGE);
        assertThat(saved.reach(GUEST).isNothing()).isTrue();
        assertThat(saved.reach(member(Role.buyer, Right.viewer, Right.signatory))
                        .isNothing())
                .isTrue();
        assertThat(saved.reach(member(Role.buyer, Right.viewer, Right.editor)).rights())
                .containsExactly(Right.editor);
        assertThat(saved.reach(new Caller.Account(ACCOUNT, "gateway", List.of(), true))
                        .isNothing())
                .as("the operator does not change what others search")
                .isTrue();

        Rule offers = rule("listing", "offer", Verb.LIST);
        assertThat(offers.reach(GUEST)).isEqualTo(Reach.published(true));
        Reach ofMember = offers.reach(member(Role.buyer, Right.viewer));
        assertThat(ofMember.published()).isTrue();
        assertThat(ofMember.all()).isFalse();
        assertThat(ofMember.rights()).containsExactly(Right.viewer);
        assertThat(ofMember.account()).isEqualTo(ACCOUNT);

        Rule own = rule("profile", "own membership", Verb.LIST);
        assertThat(own.reach(new Caller.Account(ACCOUNT, "gateway", List.of(), false))
                        .self())
                .isTrue();
    }

    @Test
    void countsARightOnlyInAnOrganizationOfTheRole() {
        Rule drafting = rule("listing", "demand", Verb.CREATE);
        assertThat(drafting.reach(member(Role.provider, Right.editor)).isNothing())
                .isTrue();
        Reach reach = drafting.reach(member(Role.buyer, Right.editor));
        assertThat(reach.rights()).containsExactly(Right.editor);
        assertThat(reach.roles()).containsExactly(Role.buyer);
    }

    @Test
    void knowsOperatorsBySettingAndByMembership() {
        Rule deciding = rule("listing", "proposal", Verb.ACCEPT);
        assertThat(deciding.reach(member(Role.operator, Right.editor)).all()).isTrue();
        assertThat(deciding.reach(member(Role.operator, Right.viewer)).isNothing())
                .isTrue();
        assertThat(deciding.reach(member(Role.agency, Right.owner)).isNothing()).isTrue();
        assertThat(deciding.reach(new Caller.Account(ACCOUNT, "gateway", List.of(), true))
                        .all())
                .isTrue();
        assertThat(deciding.reach(new Caller.Client("x", Set.of(), true)).all()).isTrue();
        assertThat(deciding.reach(new Caller.Client("x", Set.of("operator"), false))
                        .isNothing())
                .isTrue();
        assertThat(deciding.reach(new Caller.Unchecked()).all()).isTrue();
    }

    @Test
    void asksAClientForTheScope() {
        Rule feeding = rule("listing", "offer", Verb.FEED);
        assertThat(feeding.reach(new Caller.Client("x", Set.of("import"), false))
                        .isNothing())
                .isTrue();
        assertThat(feeding.reach(new Caller.Client("x", Set.of("import", "feed"), false))
                        .all())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "profile  city  list  GET /cities  -  yes  yes",
                "profile  city  gaze  GET /cities  -  yes  yes  yes  yes  yes  yes  yes  yes",
                "profile  city  list  GET /cities  king  yes  yes  yes  yes  yes  yes  yes  yes",
                "profile  city  list  GET /cities  -  yes  yes  yes  yes  yes  yes  yes  maybe",
                "profile  city  list  GET /cities  -  yes  yes  yes  yes  yes  yes  yes  -"
            })
    void refusesALineThatIsNoRule(String line) {
        assertThatThrownBy(() -> Policy.of(List.of("# head", line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("policy.txt line 2");
    }

    @Test
    void refusesTwoRulesForOneThing() {
        String line = "profile  city  list  GET /cities  -  yes  yes  yes  yes  yes  yes  yes  yes";
        assertThatThrownBy(() -> Policy.of(List.of(line, line))).hasMessageContaining("line 2");
        assertThatThrownBy(() -> Policy.of(List.of(line, line.replace("list", "read"))))
                .hasMessageContaining("GET /cities");
    }

    private static Rule rule(String service, String resource, Verb verb) {
        return Policy.read().of(service).rule(resource, verb);
    }

    private static Caller member(Role role, Right... rights) {
        return new Caller.Account(
                ACCOUNT,
                "gateway",
                List.of(new Membership(ACCOUNT, UUID.randomUUID(), List.of(role), List.of(rights))),
                false);
    }
}
