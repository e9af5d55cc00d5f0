package org.shuqiao.profile.member;

import java.util.List;
import java.util.UUID;
import org.shuqiao.access.Access;
import org.shuqiao.contracts.profile.MemberView;
import org.shuqiao.contracts.profile.Right;
import org.shuqiao.profile.member.PostgresMembers.Kept;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A member gets other rights. */
@Component
class ChangingRights {
    private final ChangingMembers changing;
    private final PostgresMembers members;
    private final MemberRegister register;

    ChangingRights(ChangingMembers changing, PostgresMembers members, MemberRegister register) {
        this.changing = changing;
        this.members = members;
        this.register = register;
    }

    /** Replaces the rights in version {@code expected}; the same again makes no version. */
    Mono<MemberResult> change(UUID organization, UUID account, long expected, List<Right> rights, Access access) {
        return changing.of(
                organization,
                access,
                () -> members.find(organization, account)
                        .flatMap(current -> change(current, expected, rights, access))
                        .defaultIfEmpty(new MemberResult.NoMember(account)));
    }

    private Mono<MemberResult> change(Kept current, long expected, List<Right> rights, Access access) {
        MemberView member = current.member();
        if (member.version() != expected) {
            return Mono.just(new MemberResult.Stale(expected, member.version()));
        }
        if (member.rights().equals(rights)) {
            return Mono.just(new MemberResult.Done(member));
        }
        boolean owns = member.rights().contains(Right.owner) && !rights.contains(Right.owner);
        Mono<Boolean> goesOn = owns ? members.hasOtherOwner(member.organization(), member.account()) : Mono.just(true);
        return goesOn.flatMap(may -> may
                ? register.change(current, rights, access).map(MemberResult.Done::new)
                : Mono.just(new MemberResult.LastOwner()));
    }
}
