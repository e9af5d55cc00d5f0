package org.shuqiao.contracts.search;

import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.Expect;
import org.shuqiao.contracts.value.OrganizationReference;

/**
 * Asks that the short list of a demand be frozen as it stands.
 *
 * @param buyer the demand's
 * @param limit how many offers it has at most, 1 to {@value #MOST}; {@value #STANDARD} where none is given
 */
public record ShortListRequest(
        OrganizationReference buyer, @Nullable Integer limit) {
    public static final int MOST = 50;
    public static final int STANDARD = 20;

    public ShortListRequest {
        Expect.present("buyer", buyer, "the organization whose demand it is");
        limit = Expect.range("limit", limit == null ? Integer.valueOf(STANDARD) : limit, 1, MOST);
    }
}
