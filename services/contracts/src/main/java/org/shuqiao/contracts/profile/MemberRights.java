package org.shuqiao.contracts.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.Expect;
import org.shuqiao.contracts.value.InvalidValue;

/** What a member is to have; at least one right, each once. */
public record MemberRights(List<Right> rights) {
    public MemberRights {
        rights = checked(rights);
    }

    static List<Right> checked(@Nullable List<Right> rights) {
        List<Right> given = Expect.list("rights", rights, Right.values().length);
        if (given.isEmpty()) {
            throw new InvalidValue("rights", "at least one of owner, editor, signatory, viewer", null);
        }
        for (int i = 0; i < given.size(); i++) {
            if (given.indexOf(given.get(i)) < i) {
                throw new InvalidValue("rights[" + i + "]", "each right once", given.get(i));
            }
        }
        // in one order, so that the same rights are the same whatever the order they are said in
        return given.stream().sorted().toList();
    }
}
