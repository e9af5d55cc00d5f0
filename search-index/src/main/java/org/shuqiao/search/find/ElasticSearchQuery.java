package org.shuqiao.search.find;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.json.JsonData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.shuqiao.contracts.value.Country;
import org.shuqiao.search.find.Words.Term;
import org.shuqiao.search.index.Kind;

/** The queries of one search. */
final class ElasticSearchQuery {
    /** Of up to two words all must be there, of more three quarters. */
    private static final String ENOUGH_WORDS = "2<75%";

    private final Search search;
    private final String suffix;
    private final Instant now;

    /** @param suffix of the fields of the language the words are in */
    ElasticSearchQuery(Search search, String suffix, Instant now) {
        this.search = search;
        this.suffix = suffix;
        this.now = now;
    }

    /** What is found before facets are chosen. */
    Query base() {
        return Query.of(q -> q.bool(b -> filtered(b).must(wanted()).mustNot(unwanted())));
    }

    /** The words wanted, to mark them. */
    Query words() {
        List<Query> terms = search.words().wanted().stream().map(this::term).toList();
        return Query.of(q -> q.bool(b -> b.should(terms).minimumShouldMatch("1")));
    }

    /** The choices in all facets but {@code except}. */
    Query chosen(Facet... except) {
        Set<Facet> left = Set.of(except);
        List<Query> choices = new ArrayList<>();
        search.chosen().forEach((facet, values) -> {
            if (!left.contains(facet)) {
                choices.add(anyOf(facet.field(), values));
            }
        });
        return Query.of(q -> q.bool(b -> b.filter(choices)));
    }

    private List<Query> wanted() {
        List<Query> phrases = new ArrayList<>();
        List<Query> words = new ArrayList<>();
        for (Term term : search.words().wanted()) {
            (term.phrase() ? phrases : words).add(term(term));
        }
        if (!words.isEmpty()) {
            phrases.add(Query.of(q -> q.bool(b -> b.should(words).minimumShouldMatch(ENOUGH_WORDS))));
        }
        return phrases;
    }

    private List<Query> unwanted() {
        return search.words().unwanted().stream().map(this::term).toList();
    }

    /** A term where it counts most: in the title, the text, in any language, in the organization's name. */
    private Query term(Term term) {
        return Query.of(q -> q.disMax(d -> d.tieBreaker(0.2)
                .queries(
                        inLanguage("title." + suffix, term, 3f),
                        inLanguage("text." + suffix, term, 1f),
                        literally("any", term.text(), 1f),
                        literally("name", term.text(), 2f))));
    }

    private static Query inLanguage(String field, Term term, float boost) {
        return term.phrase()
                ? literally(field, term.text(), boost)
                : Query.of(q -> q.match(m ->
                        m.field(field).query(term.text()).operator(Operator.And).boost(boost)));
    }

    /** As it stands: a run of ideographs is found wherever it occurs, whatever words it was cut into. */
    private static Query literally(String field, String text, float boost) {
        return Query.of(q -> q.matchPhrase(m -> m.field(field).query(text).boost(boost)));
    }

    private BoolQuery.Builder filtered(BoolQuery.Builder bool) {
        JsonData instant = JsonData.of(now.toString());
        bool.filter(term("status", "published"))
                .mustNot(n -> n.range(r -> r.untyped(u -> u.field("expiresAt").lte(instant))))
                .mustNot(n -> n.range(r -> r.untyped(u -> u.field("validFrom").gt(instant))));
        if (search.verified()) {
            bool.filter(anyOf("verification", Set.of("identifier", "documents")));
        }
        Country market = search.market();
        if (market != null) {
            bool.mustNot(term("excludedMarkets", market.value()))
                    .filter(f -> f.bool(b -> b.minimumShouldMatch("1")
                            .should(term("targetMarkets", market.value()))
                            .should(s -> s.bool(n -> n.mustNot(e -> e.exists(x -> x.field("targetMarkets")))))));
        }
        if (search.currency() != null) {
            bool.filter(term("currency", search.currency().getCurrencyCode()));
        }
        if (search.money() != null) {
            JsonData amount = JsonData.of(search.money());
            bool.filter(f -> f.range(r -> r.untyped(u -> search.kind() == Kind.OFFERS
                    ? u.field("priceFrom").lte(amount)
                    : u.field("priceTo").gte(amount))));
        }
        return bool;
    }

    private static Query term(String field, String value) {
        return Query.of(q -> q.term(t -> t.field(field).value(value)));
    }

    private static Query anyOf(String field, Set<String> values) {
        List<FieldValue> all = values.stream().map(FieldValue::of).toList();
        return Query.of(q -> q.terms(t -> t.field(field).terms(v -> v.value(all))));
    }
}
