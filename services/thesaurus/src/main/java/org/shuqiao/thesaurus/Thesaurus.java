package org.shuqiao.thesaurus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.shuqiao.contracts.thesaurus.ConceptAddition;

/** All concepts, and how they hang together. Immutable. */
public final class Thesaurus {
    /** The languages of the labels, primary tags. */
    public static final List<String> LANGUAGES = List.of(
            "zh", "en", "ru", "ar", "fr", "es", "pt", "de", "id", "vi", "th", "tr", "kk", "it", "nl", "ro", "sv", "el",
            "pl", "cs", "sk", "hu", "hr", "bg", "uk", "fi", "da", "sr", "ja", "ko", "lt", "lv", "fa");

    private static final String FOLDER = "/thesaurus/";

    private final Map<String, Concept> concepts;
    private final Map<String, List<String>> narrower = new LinkedHashMap<>();
    private final Map<String, Set<String>> related = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> above = new ConcurrentHashMap<>();
    private final String fingerprint;

    private Thesaurus(Map<String, Concept> concepts) {
        this.concepts = Collections.unmodifiableMap(concepts);
        for (Concept concept : concepts.values()) {
            for (String broader : concept.broader()) {
                narrower.computeIfAbsent(broader, id -> new ArrayList<>()).add(concept.id());
            }
            for (String other : concept.related()) {
                related.computeIfAbsent(concept.id(), id -> new LinkedHashSet<>())
                        .add(other);
                related.computeIfAbsent(other, id -> new LinkedHashSet<>()).add(concept.id());
            }
        }
        this.fingerprint = Fingerprint.of(this);
    }

    /**
     * The thesaurus as it is built in.
     *
     * @throws ThesaurusException when a file is not as it must be
     */
    public static Thesaurus builtIn() {
        List<Concept> all = new ArrayList<>();
        for (String branch : lines("branches")) {
            try (BufferedReader reader = open(branch + ".yaml")) {
                all.addAll(BranchFile.read(branch, reader));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return of(all);
    }

    /**
     * A thesaurus of {@code concepts}.
     *
     * @throws ThesaurusException when two have one id
     */
    public static Thesaurus of(Collection<Concept> concepts) {
        Map<String, Concept> byId = new LinkedHashMap<>();
        for (Concept concept : concepts) {
            Concept other = byId.put(concept.id(), concept);
            if (other != null) {
                throw new ThesaurusException(concept.branch() + ": " + concept.id() + ": also in " + other.branch());
            }
        }
        return new Thesaurus(byId);
    }

    /**
     * This thesaurus and {@code additions}, made in their order. What an addition says that is there already stays as it is,
     * so that it may be made twice and may later be written into the files; what it says of concepts that are not there is
     * left out. Whether it should be made is for {@link ThesaurusCheck}.
     */
    public Thesaurus with(Collection<ConceptAddition> additions) {
        Map<String, Concept> extended = new LinkedHashMap<>(concepts);
        additions.forEach(addition -> Extension.of(extended, addition));
        return new Thesaurus(extended);
    }

    /** SHA-256 over all that is said of all concepts, in hexadecimal; the order of the files and of lists does not matter. */
    public String fingerprint() {
        return fingerprint;
    }

    /** All concepts, branch by branch in the order of the files; what was added comes last. */
    public Collection<Concept> concepts() {
        return concepts.values();
    }

    public Optional<Concept> concept(String id) {
        return Optional.ofNullable(concepts.get(id));
    }

    /** The ids of the next narrower concepts. */
    public List<String> narrower(String id) {
        return Collections.unmodifiableList(narrower.getOrDefault(id, List.of()));
    }

    /** The ids of related concepts; it is enough that one of the two names the other. */
    public Set<String> related(String id) {
        return Collections.unmodifiableSet(related.getOrDefault(id, Set.of()));
    }

    /** The ids of all broader concepts with the least number of steps to each, the nearest first; {@code id} is not there. */
    public Map<String, Integer> broader(String id) {
        return concepts.containsKey(id) ? above.computeIfAbsent(id, this::above) : Map.of();
    }

    private Map<String, Integer> above(String id) {
        Map<String, Integer> found = new LinkedHashMap<>();
        Deque<String> next = new ArrayDeque<>(List.of(id));
        while (!next.isEmpty()) {
            String at = next.removeFirst();
            Concept concept = concepts.get(at);
            if (concept == null) {
                continue;
            }
            int steps = found.getOrDefault(at, 0) + 1;
            for (String broader : concept.broader()) {
                if (!broader.equals(id) && found.putIfAbsent(broader, steps) == null) {
                    next.addLast(broader);
                }
            }
        }
        return Collections.unmodifiableMap(found);
    }

    private static List<String> lines(String name) {
        try (BufferedReader reader = open(name)) {
            return reader.lines().filter(line -> !line.isBlank()).collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedReader open(String name) {
        InputStream file = Thesaurus.class.getResourceAsStream(FOLDER + name);
        if (file == null) {
            throw new ThesaurusException(name + ": no such file of the thesaurus");
        }
        return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
    }
}
