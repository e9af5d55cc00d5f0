package org.shuqiao.profile.member;

import java.util.UUID;
import org.shuqiao.access.Access;
import org.shuqiao.contracts.profile.MemberView;
import org.shuqiao.contracts.profile.Right;
import org.shuqiao.profile.member.PostgresMembers.Kept;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A member leaves, or is removed. */
@Component
class RemovingMember {
    private final ChangingMembers changing;
    private final PostgresMembers members;
    private final MemberRegister register;

    RemovingMember(ChangingMembers changing, PostgresMembers members, MemberRegister register) {
        this.changing = changing;
        this.members = members;
        this.register = register;
    }

    Mono<MemberResult> remove(UUID organization, UUID account, Access access) {
        return changing.of(
                organization,
                account,
                access,
                () -> members.find(organization, account)
                        .flatMap(current -> remove(current, access))
                        .defaultIfEmpty(new MemberResult.NoMember(account)));
    }

    private Mono<MemberResult> remove(Kept current, Access access) {
        MemberView member = current.member();
        Mono<Boolean> goesOn = member.rights().contains(Right.owner)
                ? members.hasOtherOwner(member.organization(), member.account())
                : Mono.just(true);
        return goesOn.flatMap(may -> may
                ? register.leave(current, access).map(MemberResult.Done::new)
                : Mono.just(new MemberResult.LastOwner()));
    }
}
