package org.shuqiao.access.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shuqiao.contracts.profile.Organization.Role;

/** Who may do what, read from {@code policy.txt}: the one place that says it. */
public final class Policy {
    private static final String FILE = "policy.txt";
    /** In front of the actors': service, resource, verb, endpoints, role. */
    private static final int FRONT = 5;

    private static final List<Actor> ACTORS = List.of(Actor.values());
    private static final int COLUMNS = FRONT + ACTORS.size();

    private final List<Rule> rules;

    private Policy(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The policy of all services. */
    public static Policy read() {
        try (InputStream stream = Policy.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException("no " + FILE);
            }
            return of(new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException naming the line that is none */
    static Policy of(List<String> lines) {
        List<Rule> rules = new ArrayList<>();
        Set<String> titles = new HashSet<>();
        Set<String> endpoints = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            try {
                Rule rule = rule(line);
                if (!titles.add(rule.title())) {
                    throw new IllegalArgumentException("a rule for " + rule.title() + " is there already");
                }
                for (String endpoint : rule.endpoints()) {
                    if (!endpoints.add(rule.service() + " " + endpoint)) {
                        throw new IllegalArgumentException("a rule for " + endpoint + " is there already");
                    }
                }
                rules.add(rule);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(FILE + " line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        return new Policy(rules);
    }

    private static Rule rule(String line) {
        String[] columns = line.split("\\s{2,}|\\t", -1);
        if (columns.length != COLUMNS) {
            throw new IllegalArgumentException(COLUMNS + " columns, two spaces or more apart, not " + columns.length);
        }
        Map<Actor, Cell> cells = new EnumMap<>(Actor.class);
        for (int i = 0; i < ACTORS.size(); i++) {
            cells.put(ACTORS.get(i), Cell.of(columns[FRONT + i]));
        }
        return new Rule(
                columns[0],
                columns[1],
                Verb.of(columns[2]),
                words(columns[3]).toList(),
                cells,
                words(columns[4]).map(Role::valueOf).collect(Collectors.toSet()));
    }

    private static Stream<String> words(String column) {
        return column.equals("-") ? Stream.of() : Stream.of(column.split(", "));
    }

    /** All rules, in the order of the file. */
    public List<Rule> rules() {
        return rules;
    }

    /** The rules of a service and those that every service keeps. */
    public Policy of(String service) {
        return new Policy(rules.stream()
                .filter(rule -> rule.service().equals(service) || rule.service().equals(Rule.EVERY))
                .toList());
    }

    /** The rule of a resource and a verb; asking for one that is not there is a bug. */
    public Rule rule(String resource, Verb verb) {
        return rules.stream()
                .filter(rule -> rule.resource().equals(resource) && rule.verb() == verb)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rule for " + resource + " " + verb.word()));
    }
}
