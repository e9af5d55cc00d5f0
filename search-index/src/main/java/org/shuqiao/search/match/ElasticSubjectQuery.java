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
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.listing.Area;
import org.shuqiao.search.concept.Aspects;
import org.shuqiao.search.fact.DemandFacts;
import org.shuqiao.search.fact.ListingFacts;
import org.shuqiao.search.text.QueryWords;
import org.shuqiao.search.text.TieBreak;
import org.shuqiao.search.vector.DenseVector;

/** The queries by which the counterparts of one offer or demand are found. */
final class ElasticSubjectQuery {
    /** A class or area shared counts like one or two words that tell something. */
    private static final float CLASS = 4;

    private static final float AREA = 2;
    /** An aspect shared counts by its weight, below 1; the greatest like some words that tell something. */
    private static final float ASPECT = 20;

    /** A demand's buyer is among the offer's customers. */
    private static final float CUSTOMER = 8;

    private static final float NEAR = 0.5f;
    private static final int MAX_CLASSES = 20;

    private final Subject subject;
    private final Instant now;
    private final Vicinity vicinity;
    private final List<String> classes;
    private final Aspects aspects;
    private final List<String> buyerNames;
    private final @Nullable Area area;
    private final List<Query> words = new ArrayList<>();
    private final int count;

    /**
     * @param aspects of the subject
     * @param counts whether a rule counts for a side: classes, area and customers bring candidates only if theirs does
     * @param most words searched for
     * @param size of the index searched
     */
    ElasticSubjectQuery(Subject subject, Aspects aspects, Predicate<Rule> counts, int most, Instant now, long size) {
        this.subject = subject;
        this.now = now;
        this.vicinity = Vicinity.of(subject.id(), size);
        this.classes = counts.test(MatchPolicy.CLASSIFICATION)
                ? subject.facts().classification().stream()
                        .distinct()
                        .limit(MAX_CLASSES)
                        .toList()
                : List.of();
        this.area = counts.test(MatchPolicy.AREA) ? subject.facts().area() : null;
        this.aspects = aspects;
        this.buyerNames = counts.test(MatchPolicy.SAME_BUYER) && subject.facts() instanceof DemandFacts demand
                ? demand.party().names()
                : List.of();
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
     * Any of the words, in the fields of the subject's languages and across languages, scored by BM25; a class, an aspect or the area
     * of the subject, which add constants ({@link #factsScore}). What is not published has neither words nor facts, so no
     * filter is needed, with which Lucene would skip less (9 ms instead of 5 at 100,000).
     *
     * <p>Of the area, which a quarter of the market shares, only those near the subject by their tie breakers: for each
     * subject others.
     */
    Query query() {
        List<Query> any = new ArrayList<>(words);
        classes.forEach(c -> any.add(constant(term("classification", c), CLASS)));
        if (!classes.isEmpty()) {
            List<FieldValue> values = classes.stream().map(FieldValue::of).toList();
            any.add(constant(
                    nearSubject(Query.of(
                            q -> q.terms(t -> t.field("classification").terms(v -> v.value(values))))),
                    NEAR));
        }
        aspects.weights()
                .forEach(
                        (concept, weight) -> any.add(constant(term("aspects", concept), ASPECT * weight.floatValue())));
        if (!buyerNames.isEmpty()) {
            List<FieldValue> names = buyerNames.stream().map(FieldValue::of).toList();
            any.add(constant(Query.of(q -> q.terms(t -> t.field("customers").terms(v -> v.value(names)))), CUSTOMER));
        }
        if (area != null) {
            any.add(constant(nearSubject(term("area", name(area))), AREA));
        }
        return Query.of(q -> q.bool(b -> unlessUnfit(b).should(any).minimumShouldMatch("1")));
    }

    /** What of a candidate's score under {@link #query} is not for its words. */
    double factsScore(ListingFacts candidate, long tie) {
        double score = ASPECT * aspects.sharedWith(candidate.about());
        if (candidate.party().dealsWith(buyerNames) > 0) {
            score += CUSTOMER;
        }
        long shared =
                classes.stream().filter(candidate.classification()::contains).count();
        boolean inArea = area != null && area == candidate.area();
        if (shared == 0 && !inArea) {
            return score;
        }
        boolean near = vicinity.contains(tie);
        return score + CLASS * shared + (near && shared > 0 ? NEAR : 0) + (near && inArea ? AREA : 0);
    }

    /** The words alone, to score what is known to be eligible. */
    Query words() {
        return Query.of(q -> q.bool(b -> b.should(words).minimumShouldMatch("1")));
    }

    /** Any near the subject that are eligible, in an order of its own for each subject. */
    Query whatever() {
        return shuffled(nearSubject(Query.of(q -> q.bool(this::eligible))));
    }

    /** The {@code most} eligible that are nearest by their vectors, as far as the graph finds them. */
    Query nearest(String field, DenseVector vector, int most) {
        List<Float> values = new ArrayList<>();
        for (int i = 0; i < vector.dimensions(); i++) {
            values.add((float) vector.value(i));
        }
        return Query.of(q -> q.knn(k -> k.field(field)
                .queryVector(values)
                .k(most)
                .numCandidates(2 * most)
                .filter(f -> f.bool(this::eligible))));
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

    private Query nearSubject(Query query) {
        return vicinity.isEverything()
                ? query
                : Query.of(q -> q.bool(b -> b.filter(
                        query,
                        Query.of(f -> f.range(r -> r.untyped(u ->
                                u.field("tie").gte(JsonData.of(vicinity.from())).lte(JsonData.of(vicinity.to()))))))));
    }

    private static Query term(String field, String value) {
        return Query.of(q -> q.term(t -> t.field(field).value(FieldValue.of(value))));
    }

    private static Query constant(Query query, float score) {
        return Query.of(q -> q.constantScore(c -> c.filter(query).boost(score)));
    }

    private static String name(Area area) {
        return area.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
