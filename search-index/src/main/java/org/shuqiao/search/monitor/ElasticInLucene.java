package org.shuqiao.search.monitor;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.MatchQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.RangeQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.UntypedRangeQuery;
import co.elastic.clients.json.JsonData;
import java.util.List;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Queries of Elasticsearch as Lucene's on one document, without scores. Those the product asks are understood; another is
 * an error here and not a search that quietly finds something else. Conditions on dates never hold: they are judged when
 * a document is.
 */
final class ElasticInLucene {
    private static final Term PUBLISHED = new Term("status", "published");

    private final LuceneMapping mapping;

    ElasticInLucene(LuceneMapping mapping) {
        this.mapping = mapping;
    }

    org.apache.lucene.search.Query of(Query query) {
        return switch (query._kind()) {
            case Bool -> bool(query.bool());
            case DisMax -> any(query.disMax().queries());
            case ConstantScore -> of(query.constantScore().filter());
            case MatchAll -> MatchAllDocsQuery.INSTANCE;
            case MatchNone -> nothing("nothing is asked for");
            case Match -> match(query.match());
            case MatchPhrase ->
                orNothing(mapping.words(query.matchPhrase().field())
                        .createPhraseQuery(
                                query.matchPhrase().field(), query.matchPhrase().query()));
            case Term -> term(term(query.term().field(), query.term().value()));
            case Terms -> terms(query.terms().field(), query.terms().terms().value());
            case Exists ->
                new TermQuery(new Term(LuceneMapping.PRESENT, query.exists().field()));
            case Range -> range(query.range());
            default -> throw new IllegalStateException("no counterpart here of " + query._kind());
        };
    }

    /** Clauses that say nothing are left out: each is run on every document. */
    private org.apache.lucene.search.Query bool(BoolQuery bool) {
        BooleanQuery.Builder built = new BooleanQuery.Builder();
        bool.must().forEach(q -> require(built, of(q)));
        bool.filter().forEach(q -> require(built, of(q)));
        int optional = bool.should().size();
        boolean wanted = !bool.must().isEmpty() || !bool.filter().isEmpty();
        String least = bool.minimumShouldMatch();
        int needed = optional == 0 ? 0 : least != null ? needed(least, optional) : wanted ? 0 : 1;
        if (needed == optional) {
            bool.should().forEach(q -> require(built, of(q)));
        } else if (needed > 0) {
            bool.should().forEach(q -> built.add(of(q), Occur.SHOULD));
            built.setMinimumNumberShouldMatch(needed);
        }
        for (Query unwanted : bool.mustNot()) {
            org.apache.lucene.search.Query query = of(unwanted);
            if (!(query instanceof MatchNoDocsQuery)) {
                built.add(query, Occur.MUST_NOT);
            }
        }
        return simple(built.build());
    }

    private static void require(BooleanQuery.Builder built, org.apache.lucene.search.Query query) {
        if (!(query instanceof MatchAllDocsQuery)) {
            built.add(query, Occur.FILTER);
        }
    }

    private static org.apache.lucene.search.Query simple(BooleanQuery built) {
        if (built.clauses().isEmpty()) {
            return MatchAllDocsQuery.INSTANCE;
        }
        if (built.clauses().stream().allMatch(BooleanClause::isProhibited)) {
            BooleanQuery.Builder all = new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
            built.clauses().forEach(all::add);
            return all.build();
        }
        BooleanClause first = built.clauses().getFirst();
        return built.clauses().size() == 1 && first.isRequired() ? first.query() : built;
    }

    /** How many of {@code clauses} must hold by {@code spec}: a number, a share in percent, or {@code n<…}: all up to n. */
    static int needed(String spec, int clauses) {
        int condition = spec.indexOf('<');
        if (condition >= 0) {
            int upTo = Integer.parseInt(spec.substring(0, condition).strip());
            return clauses <= upTo
                    ? clauses
                    : needed(spec.substring(condition + 1).strip(), clauses);
        }
        int number = spec.endsWith("%")
                ? clauses * Integer.parseInt(spec.substring(0, spec.length() - 1)) / 100
                : Integer.parseInt(spec);
        return Math.clamp(number < 0 ? clauses + number : number, 0, clauses);
    }

    private org.apache.lucene.search.Query any(List<Query> queries) {
        List<org.apache.lucene.search.Query> some = queries.stream()
                .map(this::of)
                .filter(query -> !(query instanceof MatchNoDocsQuery))
                .toList();
        return switch (some.size()) {
            case 0 -> nothing("none of it has a word");
            case 1 -> some.getFirst();
            default -> {
                BooleanQuery.Builder built = new BooleanQuery.Builder();
                some.forEach(query -> built.add(query, Occur.SHOULD));
                yield built.build();
            }
        };
    }

    private org.apache.lucene.search.Query match(MatchQuery match) {
        if (match.fuzziness() != null || match.minimumShouldMatch() != null) {
            throw new IllegalStateException("no counterpart here of " + match);
        }
        return orNothing(mapping.words(match.field())
                .createBooleanQuery(
                        match.field(),
                        match.query().stringValue(),
                        match.operator() == Operator.And ? Occur.MUST : Occur.SHOULD));
    }

    /** All that is matched is published, so that says nothing. */
    private static org.apache.lucene.search.Query term(TermQuery term) {
        return term.getTerm().equals(PUBLISHED) ? MatchAllDocsQuery.INSTANCE : term;
    }

    private org.apache.lucene.search.Query terms(String field, List<FieldValue> values) {
        // not a TermInSetQuery, whose terms the monitor does not see
        BooleanQuery.Builder built = new BooleanQuery.Builder();
        values.forEach(value -> built.add(term(field, value), Occur.SHOULD));
        return built.build();
    }

    private static TermQuery term(String field, FieldValue value) {
        return new TermQuery(new Term(field, String.valueOf(value._get())));
    }

    private org.apache.lucene.search.Query range(RangeQuery range) {
        if (!range.isUntyped()) {
            throw new IllegalStateException("no counterpart here of " + range);
        }
        UntypedRangeQuery untyped = range.untyped();
        return switch (mapping.type(untyped.field())) {
            case DATE -> nothing("judged when a document is");
            case DOUBLE -> DoublePoint.newRangeQuery(untyped.field(), from(untyped), to(untyped));
            case TEXT, KEYWORD, OTHER -> throw new IllegalStateException("no counterpart here of " + range);
        };
    }

    private static double from(UntypedRangeQuery range) {
        JsonData gt = range.gt();
        return gt == null ? number(range.gte(), Double.NEGATIVE_INFINITY) : DoublePoint.nextUp(number(gt, 0));
    }

    private static double to(UntypedRangeQuery range) {
        JsonData lt = range.lt();
        return lt == null ? number(range.lte(), Double.POSITIVE_INFINITY) : DoublePoint.nextDown(number(lt, 0));
    }

    private static double number(@Nullable JsonData data, double otherwise) {
        return data == null ? otherwise : Double.parseDouble(data.toString());
    }

    private static org.apache.lucene.search.Query orNothing(org.apache.lucene.search.@Nullable Query query) {
        return query == null ? nothing("no word in it") : query;
    }

    private static org.apache.lucene.search.Query nothing(String why) {
        return new MatchNoDocsQuery(why);
    }
}
