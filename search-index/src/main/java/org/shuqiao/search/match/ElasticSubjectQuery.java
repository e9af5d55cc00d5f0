package org.shuqiao.search.match;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.json.JsonData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.shuqiao.contracts.listing.Area;
import org.shuqiao.search.fact.ListingFacts;
import org.shuqiao.search.text.QueryWords;
import org.shuqiao.search.text.TieBreak;

/** The queries by which the counterparts of one offer or demand are found. */
final class ElasticSubjectQuery {
    private static final float CLASS = 4;
    private static final float AREA = 2;
    private static final int MAX_CLASSES = 20;

    private final Subject subject;
    private final Instant now;
    private final List<Query> words = new ArrayList<>();
    private final int count;

    ElasticSubjectQuery(Subject subject, int most, Instant now) {
        this.subject = subject;
        this.now = now;
        Set<String> everything = new LinkedHashSet<>();
        Set<String> titles = new LinkedHashSet<>();
        subject.texts().text().forEach((suffix, texts) -> {
            List<String> title = subject.texts().title().getOrDefault(suffix, List.of());
            words.add(match("text." + suffix, twiceTheTitle(title, texts, most)));
            titles.addAll(title);
            everything.addAll(texts);
        });
        words.add(match("any", twiceTheTitle(titles, everything, most)));
        count = QueryWords.of(everything, most).count();
    }

    /** How many words are searched for. */
    int count() {
        return count;
    }

    /**
     * Any of the words, in the fields of the subject's languages and across languages; scored by BM25. What is not
     * published has no words, so no filter is needed, with which Lucene would skip less (9 ms instead of 5 at 100,000).
     */
    Query byWords() {
        return Query.of(q -> q.bool(b -> unlessUnfit(b).should(words).minimumShouldMatch("1")));
    }

    /** The words alone, to score or mark what is known to be eligible. */
    Query words() {
        return Query.of(q -> q.bool(b -> b.should(words).minimumShouldMatch("1")));
    }

    /** Whether anything but words could find counterparts. */
    boolean hasFacts() {
        return subject.facts().area() != null
                || !subject.facts().classification().isEmpty();
    }

    /** Those in a class or the area of the subject, more shared first, equals in an order of its own for each subject. */
    Query byFacts() {
        List<Query> shared = new ArrayList<>();
        ListingFacts facts = subject.facts();
        facts.classification().stream()
                .limit(MAX_CLASSES)
                .forEach(c -> shared.add(constant("classification", c, CLASS)));
        Area area = facts.area();
        if (area != null) {
            shared.add(constant(
                    "area", area.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), AREA));
        }
        return shuffled(Query.of(
                q -> q.bool(b -> eligible(b).should(shared).minimumShouldMatch(shared.isEmpty() ? "0" : "1"))));
    }

    /** Any that are eligible, in an order of its own for each subject. */
    Query whatever() {
        return shuffled(Query.of(q -> q.bool(this::eligible)));
    }

    /** Published, valid now, not one's own. */
    private BoolQuery.Builder eligible(BoolQuery.Builder bool) {
        return unlessUnfit(bool).filter(f -> f.term(t -> t.field("status").value("published")));
    }

    private BoolQuery.Builder unlessUnfit(BoolQuery.Builder bool) {
        JsonData instant = JsonData.of(now.toString());
        return bool.mustNot(n -> n.term(
                        t -> t.field("organization").value(subject.facts().organization())))
                .mustNot(n -> n.range(r -> r.untyped(u -> u.field("expiresAt").lte(instant))))
                .mustNot(n -> n.range(r -> r.untyped(u -> u.field("validFrom").gt(instant))));
    }

    /**
     * Equals by how near their tie breaker is to the subject's: for each subject others come first. (A random score would
     * depend on the name of the index, and a rebuild change the list.)
     */
    private Query shuffled(Query query) {
        JsonData origin = JsonData.of((double) TieBreak.of(subject.id()));
        return Query.of(q -> q.functionScore(f -> f.query(query)
                .functions(fn -> fn.linear(l -> l.untyped(u -> u.field("tie")
                        .placement(p -> p.origin(origin)
                                .scale(JsonData.of((double) Long.MAX_VALUE))
                                .decay(0.5)))))
                .boostMode(FunctionBoostMode.Sum)));
    }

    private static String twiceTheTitle(Iterable<String> titles, Iterable<String> texts, int most) {
        QueryWords title = QueryWords.of(list(titles), most);
        QueryWords text = QueryWords.of(list(texts), most);
        return title.text() + " | " + text.text();
    }

    private static List<String> list(Iterable<String> texts) {
        List<String> list = new ArrayList<>();
        texts.forEach(list::add);
        return list;
    }

    private static Query match(String field, String text) {
        return Query.of(q -> q.match(m -> m.field(field).query(text)));
    }

    private static Query constant(String field, String value, float boost) {
        return Query.of(q ->
                q.constantScore(c -> c.filter(f -> f.term(t -> t.field(field).value(FieldValue.of(value))))
                        .boost(boost)));
    }
}
