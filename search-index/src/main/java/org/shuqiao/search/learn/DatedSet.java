package org.shuqiao.search.learn;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.shuqiao.search.evaluate.ScratchIndices;
import org.shuqiao.search.evaluate.ScratchIndices.Loaded;
import org.shuqiao.search.evaluate.TestSet;
import org.shuqiao.search.evaluate.TestSet.Entry;

/**
 * A test set whose queries say in {@code metadata.date} when they were decided; its judgements are the outcomes. What is in
 * the documents must have been known before.
 */
record DatedSet(TestSet set, ScratchIndices scratch) implements Source {
    @Override
    public String name() {
        return set.name();
    }

    @Override
    public <T> T with(Function<List<Decided>, T> work) {
        return scratch.with(set, loaded -> work.apply(decided(loaded)));
    }

    private List<Decided> decided(Loaded loaded) {
        Map<String, Map<String, Integer>> judgements = set.judgements();
        List<Decided> decided = new ArrayList<>();
        for (Entry query : loaded.queries()) {
            Map<UUID, Integer> grades = new HashMap<>();
            judgements.getOrDefault(query.id(), Map.of()).forEach((document, grade) -> {
                if (grade > 0) {
                    grades.put(loaded.offer(document), grade);
                }
            });
            if (!grades.isEmpty()) {
                decided.add(new Decided(loaded.demand(query.id()), date(query), grades));
            }
        }
        return decided;
    }

    private LocalDate date(Entry query) {
        String date = query.metadata().path("date").asString("");
        try {
            return LocalDate.parse(date);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    set.folder() + ": query " + query.id() + ": metadata.date: expected a day such as 2024-05-23, not '"
                            + date + "'",
                    e);
        }
    }
}
