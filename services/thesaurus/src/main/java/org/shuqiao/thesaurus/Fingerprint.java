package org.shuqiao.thesaurus;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** The digest of what a thesaurus says. Every text goes in with its length, so that no two thesauri are written alike. */
final class Fingerprint {
    private final MessageDigest digest;

    private Fingerprint() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String of(Thesaurus thesaurus) {
        Fingerprint fingerprint = new Fingerprint();
        thesaurus.concepts().stream()
                .sorted(Comparator.comparing(Concept::id))
                .forEach(concept -> fingerprint.add(concept, thesaurus.related(concept.id())));
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    private void add(Concept concept, Collection<String> related) {
        add(concept.id());
        add(concept.branch());
        addSorted(concept.broader());
        addSorted(related);
        addSorted(concept.mappings().stream()
                .map(mapping -> mapping.exact() + " " + mapping.scheme() + " " + mapping.code())
                .toList());
        addSorted(concept.definitions().entrySet().stream()
                .map(definition -> definition.getKey() + " " + definition.getValue())
                .toList());
        List<String> languages = concept.labels().keySet().stream().sorted().toList();
        add(languages.size());
        for (String language : languages) {
            List<String> labels = concept.labels().getOrDefault(language, List.of()).stream()
                    .map(Label::toString)
                    .toList();
            add(language);
            add(labels.getFirst());
            addSorted(labels.subList(1, labels.size()));
        }
        List<String> denied = concept.denied().entrySet().stream()
                .flatMap(words ->
                        words.getValue().stream().map(word -> words.getKey() + " " + Naming.form(words.getKey(), word)))
                .toList();
        addSorted(denied);
    }

    private void addSorted(Collection<String> texts) {
        add(texts.size());
        texts.stream().sorted().forEach(this::add);
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        digest.update(bytes);
    }

    private void add(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
    }
}
