package org.shuqiao.access.policy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.shuqiao.access.Caller;
import org.shuqiao.access.policy.Cell.Extent;
import org.shuqiao.contracts.profile.Membership;
import org.shuqiao.contracts.profile.Organization.Role;
import org.shuqiao.contracts.profile.Right;

/**
 * A line of the policy: who may do this with that.
 *
 * @param service that owns the resource; {@code every} for what each has
 * @param endpoints such as {@code GET /organizations/{id}}; none where the service asks by itself
 * @param roles one of which the owning organization has; none when any will do
 */
public record Rule(
        String service, String resource, Verb verb, List<String> endpoints, Map<Actor, Cell> cells, Set<Role> roles) {
    static final String EVERY = "every";

    public Rule {
        endpoints = List.copyOf(endpoints);
        cells = Map.copyOf(cells);
        roles = Set.copyOf(roles);
        if (cells.get(Actor.GUEST) != null
                && cell(cells, Actor.GUEST).extent() == Extent.ALL
                && !cells.values().stream().allMatch(cell -> cell.extent() == Extent.ALL && cell.scope() == null)) {
            throw new IllegalArgumentException("what a guest may, all may: " + resource + " " + verb.word());
        }
    }

    private static Cell cell(Map<Actor, Cell> cells, Actor actor) {
        return Objects.requireNonNull(cells.get(actor));
    }

    private Extent extent(Actor actor) {
        return cell(cells, actor).extent();
    }

    /** Whether everybody may, so that nobody needs to be asked who it is. */
    public boolean isForAll() {
        return extent(Actor.GUEST) == Extent.ALL;
    }

    /** What the caller reaches by this rule. */
    public Reach reach(Caller caller) {
        if (isForAll() || (caller.operates() && extent(Actor.OPERATOR) == Extent.ALL)) {
            return Reach.ALL;
        }
        Extent guest = extent(Actor.GUEST);
        return switch (caller) {
            case Caller.Unchecked _ -> Reach.ALL;
            case Caller.Guest _ -> Reach.published(guest == Extent.PUBLISHED);
            case Caller.Client client ->
                switch (cell(cells, Actor.CLIENT).with(client.scopes())) {
                    case ALL -> Reach.ALL;
                    case PUBLISHED -> Reach.published(true);
                    case SELF, NONE -> Reach.published(guest == Extent.PUBLISHED);
                };
            case Caller.Account account -> reach(account);
        };
    }

    private Reach reach(Caller.Account account) {
        Extent signedIn = extent(Actor.ACCOUNT);
        if (signedIn == Extent.ALL) {
            return Reach.ALL;
        }
        Set<Right> rights = EnumSet.noneOf(Right.class);
        for (Actor actor : Actor.values()) {
            Right right = actor.right();
            if (right != null && extent(actor) == Extent.ALL && isHeld(right, account)) {
                rights.add(right);
            }
        }
        return new Reach(
                false,
                signedIn == Extent.PUBLISHED || extent(Actor.GUEST) == Extent.PUBLISHED,
                signedIn == Extent.SELF,
                account.id(),
                rights,
                roles);
    }

    private boolean isHeld(Right right, Caller.Account account) {
        return account.memberships().stream()
                .anyMatch(membership -> membership.rights().contains(right) && isRight(membership));
    }

    private boolean isRight(Membership membership) {
        return roles.isEmpty() || membership.roles().stream().anyMatch(roles::contains);
    }

    /** What stands in the policy for the actor. */
    public String word(Actor actor) {
        return cell(cells, actor).word();
    }

    /** What stands in front of the cells. */
    String title() {
        return service + " " + resource + " " + verb.word();
    }
}
