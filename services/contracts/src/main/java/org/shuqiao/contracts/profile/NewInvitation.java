package org.shuqiao.contracts.profile;

import java.util.List;
import java.util.regex.Pattern;
import org.shuqiao.contracts.value.Expect;

/**
 * Whom an organization asks to join, and with which rights.
 *
 * @param email where the invitation is to go; says whom the invitation is for, and proves nothing
 */
public record NewInvitation(String email, List<Right> rights) {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]{1,190}");

    public NewInvitation {
        email = Expect.matching(
                "email", Expect.line("email", email, 254), EMAIL, "an e-mail address such as name@example.com");
        rights = MemberRights.checked(rights);
    }
}
