package org.shuqiao.profile.member;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.access.Access;
import org.shuqiao.access.policy.PolicyGate;
import org.shuqiao.contracts.page.Page;
import org.shuqiao.contracts.profile.MemberRights;
import org.shuqiao.contracts.profile.MemberView;
import org.shuqiao.contracts.profile.Membership;
import org.shuqiao.contracts.profile.NewMember;
import org.shuqiao.profile.member.PostgresMembers.Kept;
import org.shuqiao.web.FieldError;
import org.shuqiao.web.IdempotencyKeys;
import org.shuqiao.web.PageSize;
import org.shuqiao.web.Pages;
import org.shuqiao.web.Problem;
import org.shuqiao.web.Versions;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Members by HTTP. */
@RestController
class MembersEndpoint {
    private static final int PAGE = 50;
    private static final int MAX_PAGE = 200;

    private final PostgresMembers members;
    private final MemberActs acts;
    private final AppointingMember appointing;
    private final ChangingRights changing;
    private final RemovingMember removing;
    private final IdempotencyKeys keys;

    MembersEndpoint(
            PostgresMembers members,
            MemberActs acts,
            AppointingMember appointing,
            ChangingRights changing,
            RemovingMember removing,
            IdempotencyKeys keys) {
        this.members = members;
        this.acts = acts;
        this.appointing = appointing;
        this.changing = changing;
        this.removing = removing;
        this.keys = keys;
    }

    /** Where the caller is a member; all at once, since nobody is in many places. */
    @GetMapping("/organizations/mine")
    Mono<Page<Membership>> ownMemberships(Access access) {
        UUID account = access.account();
        return account == null
                ? Mono.just(new Page<>(List.of(), null))
                : members.of(account).collectList().map(all -> new Page<>(all, null));
    }

    @GetMapping("/organizations/{organization}/members")
    Mono<ResponseEntity<Page<MemberView>>> listMembers(
            @PathVariable UUID organization,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            Access access,
            ServerWebExchange exchange) {
        int size = PageSize.of(limit, PAGE, MAX_PAGE);
        return members.reached(organization, access.reach())
                .switchIfEmpty(Mono.error(() -> noOrganization(organization)))
                .filter(reached -> reached)
                .switchIfEmpty(Mono.error(PolicyGate::notAllowed))
                .flatMap(_ -> acts.reading(organization, "members", access).thenReturn(true))
                .flatMap(_ -> Pages.page(
                        after,
                        size,
                        (last, count) -> members.list(organization, access.reach(), last, count),
                        Kept::id))
                .map(page -> Pages.ok(exchange, page.next())
                        .body(new Page<>(page.items().stream().map(Kept::member).toList(), page.next())));
    }

    @GetMapping("/organizations/{organization}/members/{account}")
    Mono<ResponseEntity<MemberView>> readMember(
            @PathVariable UUID organization, @PathVariable UUID account, Access access) {
        boolean own = access.reach().self() && account.equals(access.reach().account());
        return members.reached(organization, access.reach())
                .switchIfEmpty(Mono.error(() -> noOrganization(organization)))
                .filter(reached -> reached || own)
                .switchIfEmpty(Mono.error(PolicyGate::notAllowed))
                .flatMap(_ -> members.find(organization, account))
                .map(kept -> ok(kept.member()))
                .switchIfEmpty(Mono.error(() -> noMember(account)));
    }

    @ApiResponse(responseCode = "201", description = "Appointed; with Location and ETag")
    @PostMapping(path = "/organizations/{organization}/members", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<MemberView>> appointMember(
            @PathVariable UUID organization, @RequestBody NewMember member, Access access, ServerWebExchange exchange) {
        return keys.once(
                exchange,
                member,
                MemberView.class,
                appointing.appoint(organization, member, access).map(result -> created(done(result))));
    }

    @PutMapping(path = "/organizations/{organization}/members/{account}", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<MemberView>> changeRights(
            @PathVariable UUID organization,
            @PathVariable UUID account,
            @RequestBody MemberRights said,
            Access access,
            ServerWebExchange exchange) {
        long version = Versions.required(exchange.getRequest());
        return changing.change(organization, account, version, said.rights(), access)
                .map(result -> ok(done(result)));
    }

    @ApiResponse(responseCode = "204", description = "It is no member any more")
    @DeleteMapping("/organizations/{organization}/members/{account}")
    Mono<ResponseEntity<Void>> removeMember(
            @PathVariable UUID organization, @PathVariable UUID account, Access access) {
        return removing.remove(organization, account, access)
                .map(MembersEndpoint::done)
                .map(_ -> ResponseEntity.noContent().build());
    }

    private static ResponseEntity<MemberView> ok(MemberView member) {
        return ResponseEntity.ok().eTag(Versions.etag(member.version())).body(member);
    }

    private static ResponseEntity<MemberView> created(MemberView member) {
        // relative to the request, so that it holds behind a gateway with a prefix
        return ResponseEntity.created(URI.create("members/" + member.account()))
                .eTag(Versions.etag(member.version()))
                .body(member);
    }

    private static MemberView done(MemberResult result) {
        return switch (result) {
            case MemberResult.Done(MemberView member) -> member;
            case MemberResult.NoOrganization(UUID organization) -> throw noOrganization(organization);
            case MemberResult.NotAllowed() -> throw PolicyGate.notAllowed();
            case MemberResult.NoMember(UUID account) -> throw noMember(account);
            case MemberResult.AlreadyMember(UUID account) ->
                throw new Problem(
                        HttpStatus.CONFLICT,
                        "already-member",
                        "This account is a member already.",
                        List.of(new FieldError("account", "an account that is no member", account.toString())));
            case MemberResult.Stale(long expected, long current) -> throw Versions.stale(expected, current);
            case MemberResult.LastOwner() ->
                throw new Problem(
                        HttpStatus.CONFLICT,
                        "last-owner",
                        "An organization has an owner. Make somebody else an owner first.");
        };
    }

    private static Problem noOrganization(UUID id) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "organization-not-found",
                "There is no organization with this id.",
                List.of(new FieldError("organization", "the id of a registered organization", id.toString())));
    }

    private static Problem noMember(UUID account) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "member-not-found",
                "This account is no member of the organization.",
                List.of(new FieldError("account", "the id of a member's account", account.toString())));
    }
}
