package org.shuqiao.contracts.profile;

import java.util.List;
import java.util.UUID;
import org.shuqiao.contracts.value.Expect;

/** An account that the operator makes a member. */
public record NewMember(UUID account, List<Right> rights) {
    public NewMember {
        Expect.present("account", account, "the id of an account");
        rights = MemberRights.checked(rights);
    }
}
