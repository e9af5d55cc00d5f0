package org.shuqiao.profile.invitation;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.shuqiao.access.Access;
import org.shuqiao.access.policy.PolicyGate;
import org.shuqiao.contracts.page.Page;
import org.shuqiao.contracts.profile.InvitationAcceptance;
import org.shuqiao.contracts.profile.InvitationView;
import org.shuqiao.contracts.profile.MemberView;
import org.shuqiao.contracts.profile.NewInvitation;
import org.shuqiao.profile.member.MemberActs;
import org.shuqiao.profile.member.PostgresMembers;
import org.shuqiao.web.FieldError;
import org.shuqiao.web.IdempotencyKeys;
import org.shuqiao.web.Problem;
import org.shuqiao.web.Versions;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Invitations by HTTP. */
@RestController
class InvitationsEndpoint {
    private final PostgresMembers members;
    private final MemberActs acts;
    private final PostgresInvitations invitations;
    private final InvitingMember inviting;
    private final AcceptingInvitation accepting;
    private final RevokingInvitation revoking;
    private final IdempotencyKeys keys;
    private final Clock clock;

    InvitationsEndpoint(
            PostgresMembers members,
            MemberActs acts,
            PostgresInvitations invitations,
            InvitingMember inviting,
            AcceptingInvitation accepting,
            RevokingInvitation revoking,
            IdempotencyKeys keys,
            Clock clock) {
        this.members = members;
        this.acts = acts;
        this.invitations = invitations;
        this.inviting = inviting;
        this.accepting = accepting;
        this.revoking = revoking;
        this.keys = keys;
        this.clock = clock;
    }

    /** Those that wait for an answer, all at once. */
    @GetMapping("/organizations/{organization}/invitations")
    Mono<Page<InvitationView>> listInvitations(@PathVariable UUID organization, Access access) {
        return members.reached(organization, access.reach())
                .switchIfEmpty(Mono.error(() -> noOrganization(organization)))
                .filter(reached -> reached)
                .switchIfEmpty(Mono.error(PolicyGate::notAllowed))
                .flatMap(_ ->
                        acts.reading(organization, "invitations.email", access).thenReturn(true))
                .flatMap(_ -> invitations.list(organization, clock.instant()).collectList())
                .map(all -> new Page<>(all, null));
    }

    /** The secret is in the first answer only: what is kept for the idempotency key does not have it. */
    @ApiResponse(responseCode = "201", description = "Invited; with the secret, unless the request was sent before")
    @PostMapping(path = "/organizations/{organization}/invitations", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<InvitationView>> inviteMember(
            @PathVariable UUID organization,
            @RequestBody NewInvitation said,
            Access access,
            ServerWebExchange exchange) {
        InvitationSecret secret = InvitationSecret.create();
        Mono<ResponseEntity<InvitationView>> invited =
                inviting.invite(organization, said, secret, access).map(InvitationsEndpoint::created);
        return keys.once(exchange, said, InvitationView.class, invited).map(answer -> shown(answer, secret));
    }

    private static ResponseEntity<InvitationView> created(InvitingMember.Result result) {
        return switch (result) {
            case InvitingMember.Result.Invited(InvitationView invitation) ->
                // relative to the request, so that it holds behind a gateway with a prefix
                ResponseEntity.created(URI.create("invitations/" + invitation.id()))
                        .body(invitation);
            case InvitingMember.Result.NoOrganization(UUID missing) -> throw noOrganization(missing);
            case InvitingMember.Result.NotAllowed() -> throw PolicyGate.notAllowed();
            case InvitingMember.Result.TooMany(int most) ->
                throw new Problem(
                                HttpStatus.CONFLICT,
                                "too-many-invitations",
                                most + " invitations wait for an answer. Take some of them back first.")
                        .arguments(Integer.toString(most));
        };
    }

    private static ResponseEntity<InvitationView> shown(
            ResponseEntity<InvitationView> answer, InvitationSecret secret) {
        return answer.getHeaders().containsHeader(IdempotencyKeys.REPLAYED)
                ? answer
                : ResponseEntity.status(answer.getStatusCode())
                        .headers(answer.getHeaders())
                        .body(Objects.requireNonNull(answer.getBody()).withSecret(secret.value()));
    }

    @ApiResponse(responseCode = "201", description = "The caller is a member; with ETag")
    @PostMapping(path = "/organizations/{organization}/invitations/accept", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<MemberView>> acceptInvitation(
            @PathVariable UUID organization,
            @RequestBody InvitationAcceptance said,
            Access access,
            ServerWebExchange exchange) {
        Mono<ResponseEntity<MemberView>> joined = accepting
                .accept(organization, new InvitationSecret(said.secret()), access)
                .map(result -> switch (result) {
                    case AcceptingInvitation.Result.Joined(MemberView member) ->
                        ResponseEntity.created(URI.create("../members/" + member.account()))
                                .eTag(Versions.etag(member.version()))
                                .body(member);
                    case AcceptingInvitation.Result.NoInvitation() -> throw noInvitation();
                    case AcceptingInvitation.Result.AlreadyMember(UUID _) ->
                        throw new Problem(HttpStatus.CONFLICT, "already-member", "This account is a member already.");
                    case AcceptingInvitation.Result.NotAllowed() -> throw PolicyGate.notAllowed();
                });
        return keys.once(exchange, said, MemberView.class, joined);
    }

    @ApiResponse(responseCode = "204", description = "It cannot be accepted any more")
    @DeleteMapping("/organizations/{organization}/invitations/{invitation}")
    Mono<ResponseEntity<Void>> revokeInvitation(
            @PathVariable UUID organization, @PathVariable UUID invitation, Access access) {
        return revoking.revoke(organization, invitation, access).map(result -> switch (result) {
            case RevokingInvitation.Result.Revoked() ->
                ResponseEntity.noContent().build();
            case RevokingInvitation.Result.NoInvitation() -> throw noInvitation();
            case RevokingInvitation.Result.NoOrganization(UUID missing) -> throw noOrganization(missing);
            case RevokingInvitation.Result.NotAllowed() -> throw PolicyGate.notAllowed();
        });
    }

    private static Problem noInvitation() {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "invitation-not-found",
                "There is no such invitation, or it is over, was taken back or accepted.");
    }

    private static Problem noOrganization(UUID id) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "organization-not-found",
                "There is no organization with this id.",
                List.of(new FieldError("organization", "the id of a registered organization", id.toString())));
    }
}
