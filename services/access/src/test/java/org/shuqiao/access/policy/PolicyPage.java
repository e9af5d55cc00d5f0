package org.shuqiao.access.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The policy as a page for people. */
final class PolicyPage {
    private static final String INTRODUCTION = """
            # Who may do what

            Made of `services/access/src/main/resources/org/shuqiao/access/policy/policy.txt`, the one place that says it, by a test that fails
            when they differ. `profile` keeps to it; the other services follow, each by depending on `services/access`.

            | | |
            |---|---|
            | guest | nobody is signed in |
            | account | somebody is, who has no right in the organization that owns the object |
            | viewer, signatory, editor, owner | a member with this right of the organization that owns the object, for its objects only; where a role is named, the organization must have it |
            | operator | a member with the right owner or editor of an organization with the role operator, or who is named in the settings |
            | client | a program with credentials of its own, and the scope that is named |
            | **yes**, – | is let; is not |
            | published | as far as it is published |
            | self | as far as it is of the account itself |

            """;

    private PolicyPage() {}

    static String of(Policy policy) {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        Map<String, List<Rule>> services = policy.rules().stream()
                .collect(Collectors.groupingBy(Rule::service, LinkedHashMap::new, Collectors.toList()));
        services.forEach((service, rules) -> table(page, service, rules));
        return page.toString().stripTrailing() + "\n";
    }

    private static void table(StringBuilder page, String service, List<Rule> rules) {
        page.append("## ")
                .append(service.equals(Rule.EVERY) ? "Every service" : service)
                .append("\n\n");
        page.append("| resource | verb |");
        for (Actor actor : Actor.values()) {
            page.append(' ').append(actor.word()).append(" |");
        }
        page.append(" role | endpoints |\n|---|---|")
                .append("---|".repeat(Actor.values().length + 2))
                .append('\n');
        for (Rule rule : rules) {
            page.append("| ")
                    .append(rule.resource())
                    .append(" | ")
                    .append(rule.verb().word())
                    .append(" |");
            for (Actor actor : Actor.values()) {
                page.append(' ').append(shown(rule.word(actor))).append(" |");
            }
            String roles = rule.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
            String endpoints = rule.endpoints().stream()
                    .map(endpoint -> "`" + endpoint.replace("|", "\\|") + "`")
                    .collect(Collectors.joining(", "));
            page.append(' ').append(roles).append(" | ").append(endpoints).append(" |\n");
        }
        page.append('\n');
    }

    private static String shown(String word) {
        return switch (word) {
            case "yes" -> "**yes**";
            case "-" -> "–";
            default -> word.startsWith("scope:") ? "`" + word.substring("scope:".length()) + "`" : word;
        };
    }
}
