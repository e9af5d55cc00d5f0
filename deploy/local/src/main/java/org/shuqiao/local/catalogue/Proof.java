package org.shuqiao.local.catalogue;

import static org.shuqiao.local.catalogue.JsonLines.string;

import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shuqiao.local.catalogue.Folder.DemandKey;
import tools.jackson.databind.JsonNode;

/**
 * Shows that the system does its job: the demands by language, then one of a catalogue with its short list, and why each
 * is on it or is not.
 */
public final class Proof {

    private static final int TRIED = 25;
    private static final int SHOWN = 5;
    private static final int EXCLUDED_SHOWN = 5;

    private final Catalogue catalogue;
    private final Limits limits;

    public Proof(Catalogue catalogue) {
        this(catalogue, Limits.usual());
    }

    Proof(Catalogue catalogue, Limits limits) {
        this.catalogue = catalogue;
        this.limits = limits;
    }

    /**
     * Prints the first demand that has matches, those with must-haves first.
     *
     * @return whether there was one, or none is to be expected since the catalogue has no offers
     * @throws CatalogueException where the system gave no answer
     */
    public boolean print(URI address, PrintStream out) {
        try (Gateway gateway = new Gateway(address, limits);
                Stream<DemandKey> demands = catalogue.demandsForProof(TRIED)) {
            describeDemands(gateway, out);
            Lookup lookup = new Lookup(gateway);
            int asked = 0;
            for (DemandKey key : demands.toList()) {
                Optional<String> id = lookup.demand(key);
                if (id.isEmpty()) {
                    continue;
                }
                asked++;
                Reply matches = gateway.ask(
                        gateway.to("/demands/" + id.get() + "/matches").GET().build());
                if (matches.ok() && !matches.body().path("matches").isEmpty()) {
                    Reply demand =
                            gateway.ask(gateway.to("/demands/" + id.get()).GET().build());
                    List<String> lines = new ArrayList<>();
                    describeDemand(demand.body(), lines);
                    describeMatches(matches.body(), lines);
                    lines.forEach(out::println);
                    return true;
                }
            }
            if (asked == 0) {
                out.println("No demand of catalogue " + catalogue.name() + " was found in the system.");
                return false;
            }
            if (!catalogue.hasOffers()) {
                out.println("Catalogue " + catalogue.name()
                        + " has demands only: matches appear as soon as there are offers.");
                return true;
            }
            out.println("None of " + asked + " demands of catalogue " + catalogue.name() + " has a match.");
            return false;
        }
    }

    private static void describeDemands(Gateway gateway, PrintStream out) {
        Reply reply = gateway.ask(gateway.to("/demands?limit=1").GET().build());
        List<String> languages = reply.body()
                .path("facets")
                .path("writtenIn")
                .valueStream()
                .map(count -> string(count, "value") + " " + count.path("count").asLong())
                .toList();
        if (!languages.isEmpty()) {
            out.println("Demands in " + languages.size() + (languages.size() == 1 ? " language: " : " languages: ")
                    + String.join(", ", languages));
            out.println();
        }
    }

    private static void describeDemand(JsonNode view, List<String> lines) {
        JsonNode title = Lookup.anywhere(view, "title");
        lines.add("Demand   " + text(title) + languageOf(title));
        JsonNode problem = Lookup.anywhere(view, "problem");
        if (!text(problem).isEmpty()) {
            lines.add("         " + Shaping.atMost(240, text(problem).replaceAll("\\s+", " ")));
        }
        List<String> facts = new ArrayList<>();
        JsonNode place = Lookup.anywhere(view, "place");
        if (!string(place, "country").isEmpty()) {
            facts.add("place "
                    + Stream.of(string(place, "city"), CountryCode.englishName(string(place, "country")))
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining(", ")));
        }
        JsonNode budget = Lookup.anywhere(view, "budget");
        if (budget.isObject()) {
            facts.add("budget "
                    + Stream.of("min", "max")
                            .map(end -> budget.path(end))
                            .filter(end -> !end.isMissingNode() && !end.isNull())
                            .map(end -> end.asString(""))
                            .collect(Collectors.joining("–"))
                    + " "
                    + string(budget, "currency"));
        }
        String languages = Lookup.anywhere(view, "languages")
                .valueStream()
                .map(language -> language.asString(""))
                .collect(Collectors.joining(", "));
        if (!languages.isEmpty()) {
            facts.add("languages " + languages);
        }
        if (!facts.isEmpty()) {
            lines.add("         " + String.join(" · ", facts));
        }
        String essentials = Lookup.anywhere(view, "essentials")
                .valueStream()
                .map(Proof::requirement)
                .collect(Collectors.joining(" · "));
        if (!essentials.isEmpty()) {
            lines.add("must     " + essentials);
        }
    }

    private static String requirement(JsonNode requirement) {
        String kind = string(requirement, "kind");
        String value = string(requirement, "value");
        String text = text(requirement.path("text"));
        String what = Stream.of(value, text).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
        return what.isEmpty() ? kind : kind + " " + what;
    }

    private static void describeMatches(JsonNode answer, List<String> lines) {
        List<JsonNode> matches = answer.path("matches").valueStream().toList();
        lines.add("");
        lines.add("Short list (" + Math.min(SHOWN, matches.size()) + " of " + matches.size() + ", ranking "
                + answer.path("rankingVersion").asString("?") + ", index generation "
                + answer.path("generation").asString("?") + ")");
        int rank = 0;
        for (JsonNode match : matches.subList(0, Math.min(SHOWN, matches.size()))) {
            rank++;
            lines.add(String.format(Locale.ROOT, "%2d  %s", rank, text(match.path("title"))));
            lines.add("    " + text(match.path("providerName")));
            lines.add(String.format(
                    Locale.ROOT,
                    "    score %.2f · buyer %.2f · provider %.2f",
                    match.path("score").asDouble(0),
                    match.path("buyerScore").asDouble(0),
                    match.path("providerScore").asDouble(0)));
            reasons("for the buyer", match.path("reasons").path("buyer"), lines);
            reasons("for the provider", match.path("reasons").path("provider"), lines);
        }
        describeExcluded(answer, lines);
    }

    private static void reasons(String side, JsonNode reasons, List<String> lines) {
        if (reasons.isEmpty()) {
            return;
        }
        lines.add("      " + side);
        reasons.valueStream().forEach(reason -> {
            String details = reason.path("details")
                    .valueStream()
                    .map(detail -> detail.asString(""))
                    .filter(detail -> !detail.isEmpty())
                    .collect(Collectors.joining(", "));
            String message = string(reason, "message");
            lines.add("        " + sign(string(reason, "state")) + " " + string(reason, "feature")
                    + (reason.path("value").isNumber()
                            ? String.format(
                                    Locale.ROOT, " %.2f", reason.path("value").asDouble())
                            : "")
                    + (message.isEmpty() ? "" : " – " + message)
                    + (details.isEmpty() ? "" : " [" + details + "]"));
        });
    }

    private static String sign(String state) {
        return switch (state) {
            case "met" -> "✓";
            case "partly" -> "~";
            case "unmet" -> "✗";
            default -> "?";
        };
    }

    private static void describeExcluded(JsonNode answer, List<String> lines) {
        List<JsonNode> excluded = answer.path("excluded").valueStream().toList();
        long total = answer.path("excludedTotal").asLong(excluded.size());
        if (total == 0) {
            return;
        }
        lines.add("");
        lines.add("Excluded by a must-have: " + total);
        for (JsonNode offer : excluded.subList(0, Math.min(EXCLUDED_SHOWN, excluded.size()))) {
            String unmet = offer.path("unmet")
                    .valueStream()
                    .map(one -> Stream.of(string(one, "feature"), string(one, "message"))
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining(": ")))
                    .collect(Collectors.joining("; "));
            lines.add("    " + text(offer.path("title")) + " – " + unmet);
        }
    }

    /** The original of a text, with its English where there is one; a plain string is itself. */
    private static String text(JsonNode text) {
        if (text.isString()) {
            return text.stringValue();
        }
        String original = value(text, string(text, "original"));
        String english = value(text, "en");
        if (original.isEmpty()) {
            return english;
        }
        return english.isEmpty() || english.equals(original) ? original : original + " / " + english;
    }

    private static String value(JsonNode text, String language) {
        JsonNode value = text.path("values").path(language);
        return value.isString() ? value.stringValue() : string(value, "value");
    }

    private static String languageOf(JsonNode text) {
        String language = string(text, "original");
        return language.isEmpty() || language.equals("und") ? "" : "  [" + language + "]";
    }
}
