package org.shuqiao.search.find;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.json.JsonData;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.shuqiao.contracts.value.Country;
import org.shuqiao.search.exchange.ExchangeRates;
import org.shuqiao.search.find.Words.Term;
import org.shuqiao.search.index.Kind;

/** The queries of one search. */
final class ElasticSearchQuery {
    /** Of up to two words all must be there, of more three quarters. */
    private static final String ENOUGH_WORDS = "2<75%";

    /** The name of the query for hits that have the words. */
    static final String WORDS = "words";

    /** A concept asked for counts like one or two words that tell something. */
    private static final float CONCEPT = 6;

    /** What is about something narrower is nearly what was asked for. */
    private static final float NARROWER = 0.8f;

    /** Concepts and all that are broader. */
    private static final String ABOUT = "about";

    private final Search search;
    private final Reading reading;
    private final ExchangeRates rates;
    private final Instant now;

    ElasticSearchQuery(Search search, Reading reading, ExchangeRates rates, Instant now) {
        this.search = search;
        this.reading = reading;
        this.rates = rates;
        this.now = now;
    }

    /** A choice that narrows, by the request's parameter. */
    record Filter(String parameter, Query query) {}

    /** What is found before facets are chosen. */
    Query base() {
        List<Query> narrowing = choices().stream().map(Filter::query).toList();
        return Query.of(
                q -> q.bool(b -> available(b).filter(narrowing).must(wanted()).mustNot(unwanted())));
    }

    /** All that is published and valid now. */
    Query everything() {
        return Query.of(q -> q.bool(this::available));
    }

    /** What the words find without any choice. */
    Query unfiltered() {
        return Query.of(q -> q.bool(b -> available(b).must(wanted()).mustNot(unwanted())));
    }

    /** All choices, those in facets too. */
    List<Filter> filters() {
        List<Filter> filters = new ArrayList<>(choices());
        search.chosen()
                .forEach((facet, values) -> filters.add(new Filter(facet.parameter(), anyOf(facet.field(), values))));
        return filters;
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
        List<Query> must = new ArrayList<>();
        List<Query> words = new ArrayList<>();
        for (Term term : search.words().wanted()) {
            (term.phrase() ? must : words).add(term(term));
        }
        if (!words.isEmpty()) {
            Query enough = Query.of(q ->
                    q.bool(b -> b.should(words).minimumShouldMatch(ENOUGH_WORDS).queryName(WORDS)));
            must.add(reading.asked().isEmpty() ? enough : wordsOrConcepts(enough, words));
        }
        return must;
    }

    /** Enough of the words, or enough of what they mean; all of either that is there counts. */
    private Query wordsOrConcepts(Query enough, List<Query> words) {
        List<Query> about = reading.asked().stream()
                .map(asked -> anyOf(ABOUT, asked.worth().keySet()))
                .toList();
        Query meant = Query.of(q -> q.bool(b -> b.should(about).minimumShouldMatch(ENOUGH_WORDS)));
        List<Query> concepts = reading.asked().stream()
                .flatMap(asked -> asked.worth().entrySet().stream())
                .map(concept -> counted(concept.getKey(), concept.getValue().floatValue()))
                .toList();
        return Query.of(q -> q.bool(b -> b.filter(
                        f -> f.bool(either -> either.should(enough, meant).minimumShouldMatch("1")))
                .should(words)
                .should(concepts)));
    }

    private static Query counted(String concept, float worth) {
        return Query.of(q -> q.disMax(d -> d.queries(
                constant(term("concepts", concept), CONCEPT * worth),
                constant(term("broaderConcepts", concept), CONCEPT * NARROWER * worth))));
    }

    private List<Query> unwanted() {
        List<Query> unwanted = new ArrayList<>(
                search.words().unwanted().stream().map(this::term).toList());
        if (!reading.unwanted().isEmpty()) {
            unwanted.add(anyOf(ABOUT, reading.unwanted()));
        }
        return unwanted;
    }

    /** A term where it counts most: in the title, the text, in any language, in the organization's name. */
    Query term(Term term) {
        List<Query> places = new ArrayList<>();
        for (String suffix : reading.suffixes()) {
            places.add(inLanguage("title." + suffix, term, 3f));
            places.add(inLanguage("text." + suffix, term, 1f));
        }
        places.add(literally("any", term.text(), 1f));
        places.add(literally("name", term.text(), 2f));
        return Query.of(q -> q.disMax(d -> d.tieBreaker(0.2).queries(places)));
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

    /** Published and valid now. */
    private BoolQuery.Builder available(BoolQuery.Builder bool) {
        JsonData instant = JsonData.of(now.toString());
        return bool.filter(term("status", "published"))
                .mustNot(n -> n.range(r -> r.untyped(u -> u.field("expiresAt").lte(instant))))
                .mustNot(n -> n.range(r -> r.untyped(u -> u.field("validFrom").gt(instant))));
    }

    /** The choices that are no facets. */
    private List<Filter> choices() {
        List<Filter> choices = new ArrayList<>();
        if (search.verified()) {
            choices.add(new Filter("verified", anyOf("verification", Set.of("identifier", "documents"))));
        }
        Country market = search.market();
        if (market != null) {
            choices.add(new Filter("market", serving(market)));
        }
        Currency currency = search.currency();
        BigDecimal money = search.money();
        if (currency != null) {
            choices.add(
                    money == null
                            ? new Filter("currency", term("currency", currency.getCurrencyCode()))
                            : new Filter(Search.moneyParameter(search.kind()), worth(money, currency)));
        }
        return choices;
    }

    /** Prices that can be at most as much, or budgets that reach it, in that currency or any that can be converted. */
    private Query worth(BigDecimal money, Currency currency) {
        Set<String> comparable = new TreeSet<>(rates.currencies());
        comparable.add(currency.getCurrencyCode());
        List<Query> either = new ArrayList<>();
        for (String code : comparable) {
            rates.converted(money, currency, Currency.getInstance(code))
                    .ifPresent(amount -> either.add(Query.of(
                            q -> q.bool(b -> b.filter(term("currency", code)).filter(reaching(JsonData.of(amount)))))));
        }
        return either.size() == 1
                ? either.getFirst()
                : Query.of(q -> q.bool(b -> b.should(either).minimumShouldMatch("1")));
    }

    private Query reaching(JsonData amount) {
        return Query.of(q -> q.range(r -> r.untyped(u -> search.kind() == Kind.OFFERS
                ? u.field("priceFrom").lte(amount)
                : u.field("priceTo").gte(amount))));
    }

    private static Query serving(Country market) {
        Query named = Query.of(q -> q.bool(b -> b.minimumShouldMatch("1")
                .should(term("targetMarkets", market.value()))
                .should(s -> s.bool(n -> n.mustNot(e -> e.exists(x -> x.field("targetMarkets")))))));
        return Query.of(q -> q.bool(b -> b.filter(named).mustNot(term("excludedMarkets", market.value()))));
    }

    private static Query constant(Query query, float score) {
        return Query.of(q -> q.constantScore(c -> c.filter(query).boost(score)));
    }

    private static Query term(String field, String value) {
        return Query.of(q -> q.term(t -> t.field(field).value(value)));
    }

    private static Query anyOf(String field, Set<String> values) {
        List<FieldValue> all = values.stream().map(FieldValue::of).toList();
        return Query.of(q -> q.terms(t -> t.field(field).terms(v -> v.value(all))));
    }
}
