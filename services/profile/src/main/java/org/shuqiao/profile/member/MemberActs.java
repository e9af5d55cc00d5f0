package org.shuqiao.profile.member;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.access.Access;
import org.shuqiao.access.Caller;
import org.shuqiao.audit.Act;
import org.shuqiao.audit.Action;
import org.shuqiao.audit.Actor;
import org.shuqiao.audit.AuditLog;
import org.shuqiao.audit.AuditObject;
import org.shuqiao.audit.Details;
import org.shuqiao.contracts.profile.MemberView;
import org.shuqiao.contracts.profile.Right;
import org.shuqiao.profile.member.PostgresMembers.Kept;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notes in the audit log who made whom a member of what, and who looked at lists of members. */
@Component
public class MemberActs {
    private static final String ORGANIZATION = "organization";
    private static final String PURPOSE = "managing-members";

    private final AuditLog log;

    MemberActs(AuditLog log) {
        this.log = log;
    }

    Mono<Void> joined(Kept member, Access by) {
        return log.append(List.of(of(member, Action.JOINED, member.member().rights(), by)));
    }

    Mono<Void> left(Kept member, Access by) {
        return log.append(List.of(of(member, Action.LEFT, List.of(), by)));
    }

    /** A member has other rights than it {@code had}. */
    Mono<Void> changed(Kept member, List<Right> had, Access by) {
        List<Right> has = member.member().rights();
        List<Act> acts = new ArrayList<>();
        if (!had.containsAll(has)) {
            acts.add(of(member, Action.GRANTED, without(has, had), by));
        }
        if (!has.containsAll(had)) {
            acts.add(of(member, Action.REVOKED, without(had, has), by));
        }
        return acts.isEmpty() ? Mono.empty() : log.append(acts);
    }

    private static List<Right> without(List<Right> those, List<Right> these) {
        return those.stream().filter(right -> !these.contains(right)).toList();
    }

    /** The operator gave an organization roles that are reserved, or it lost some. */
    public Mono<Void> rolesChanged(UUID organization, long version, List<String> given, List<String> taken, Access by) {
        List<Act> acts = new ArrayList<>();
        AuditObject object = AuditObject.of(ORGANIZATION, organization).at(version);
        if (!given.isEmpty()) {
            acts.add(
                    Act.of(actor(organization, by), Action.GRANTED, object).details(Details.NONE.with("roles", given)));
        }
        if (!taken.isEmpty()) {
            acts.add(
                    Act.of(actor(organization, by), Action.REVOKED, object).details(Details.NONE.with("roles", taken)));
        }
        return acts.isEmpty() ? Mono.empty() : log.append(acts);
    }

    /** Somebody was asked to join an organization, or no longer. */
    public Mono<Void> invitation(UUID organization, UUID invitation, Action action, Access by) {
        return log.append(List.of(Act.of(actor(organization, by), action, AuditObject.of("invitation", invitation))
                .details(Details.NONE.with(ORGANIZATION, organization.toString()))));
    }

    /** Something of the people of an organization is about to be shown. */
    public Mono<Void> reading(UUID organization, String field, Access by) {
        return log.appendAlone(List.of(Act.of(
                        actor(organization, by),
                        Action.READ_PERSONAL,
                        AuditObject.of(ORGANIZATION, organization),
                        PURPOSE)
                .details(Details.fields(List.of(field)))));
    }

    private static Act of(Kept member, Action action, List<Right> rights, Access by) {
        MemberView view = member.member();
        Details details = Details.NONE
                .with("account", view.account().toString())
                .with(ORGANIZATION, view.organization().toString())
                .with("rights", rights.stream().map(Right::name).toList());
        return Act.of(
                        actor(view.organization(), by),
                        action,
                        AuditObject.of("member", member.id()).at(view.version()))
                .details(details);
    }

    private static Actor actor(UUID organization, Access by) {
        // the operator acts for the market, not for the organization
        @Nullable String actingFor = by.caller().operates() ? null : organization.toString();
        return switch (by.caller()) {
            case Caller.Account account -> Actor.person(account.id().toString(), actingFor, token(account.client()));
            case Caller.Client client -> Actor.client(token(client.id()), actingFor);
            case Caller.Guest _, Caller.Unchecked _ -> Actor.unknown(null);
        };
    }

    /** A client's id as the log can say it. */
    private static String token(String client) {
        String said = client.replaceAll("[^A-Za-z0-9._:/-]", "_");
        return said.length() > 128 ? said.substring(0, 128) : said;
    }
}
