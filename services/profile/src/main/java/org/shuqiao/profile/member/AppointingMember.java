package org.shuqiao.profile.member;

import java.util.UUID;
import org.shuqiao.access.Access;
import org.shuqiao.contracts.profile.NewMember;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The operator makes an account a member, such as the first owner of an organization that has none. */
@Component
class AppointingMember {
    private final ChangingMembers changing;
    private final MemberRegister register;

    AppointingMember(ChangingMembers changing, MemberRegister register) {
        this.changing = changing;
        this.register = register;
    }

    Mono<MemberResult> appoint(UUID organization, NewMember member, Access access) {
        return changing.of(
                organization,
                access,
                () -> register.join(organization, member.account(), member.rights(), access.subject(), access)
                        .<MemberResult>map(MemberResult.Done::new)
                        .defaultIfEmpty(new MemberResult.AlreadyMember(member.account())));
    }
}
