package org.shuqiao.search.match;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shuqiao.search.match.ElasticExhibits.Exhibit;
import org.shuqiao.search.text.SharedWords;

/**
 * The words each entry of a short list shares with the subject, the rarest on the list first: what all of them share tells
 * least. What more than half of a list of {@value #LIST} or more shares is left out, if anything else is left.
 */
final class TellingWords {
    private static final int MOST = 10;
    private static final int LIST = 6;

    private final Map<String, List<String>> shared = new HashMap<>();
    private final Map<String, Integer> entries = new HashMap<>();

    TellingWords(Subject subject, Map<String, Exhibit> list) {
        SharedWords words = new SharedWords(
                subject.texts().text().values().stream().flatMap(List::stream).toList());
        list.forEach((id, exhibit) -> {
            List<String> common = words.with(exhibit.texts().values().stream()
                    .flatMap(List::stream)
                    .distinct()
                    .toList());
            shared.put(id, common);
            common.forEach(word -> entries.merge(key(word), 1, Integer::sum));
        });
    }

    List<String> of(String id) {
        List<String> all = shared.getOrDefault(id, List.of());
        List<String> telling = all.stream()
                .filter(word -> shared.size() < LIST || on(word) * 2 <= shared.size())
                .toList();
        return (telling.isEmpty() ? all : telling)
                .stream().sorted(Comparator.comparingInt(this::on)).limit(MOST).toList();
    }

    private int on(String word) {
        return entries.getOrDefault(key(word), 0);
    }

    private static String key(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
