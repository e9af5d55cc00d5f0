package org.shuqiao.search.monitor;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.monitor.CandidateMatcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Runs queries on the one document there is by asking for its terms: whether it has them is all that counts. Rewriting and
 * weighing each query for a search costs some fifty times as much. What is more than terms is searched for.
 */
final class LuceneMatcher extends CandidateMatcher<QueryMatch> {
    private final IndexSearcher searcher;
    private final LeafReader document;
    private final Map<String, TermsEnum> terms = new HashMap<>();

    LuceneMatcher(IndexSearcher searcher) {
        super(searcher);
        this.searcher = searcher;
        this.document = searcher.getIndexReader().leaves().getFirst().reader();
    }

    @Override
    public void matchQuery(String id, Query query, Map<String, String> metadata) throws IOException {
        if (matches(query)) {
            addMatch(new QueryMatch(id), 0);
        }
    }

    @Override
    public QueryMatch resolve(QueryMatch one, QueryMatch other) {
        return one;
    }

    private boolean matches(Query query) throws IOException {
        return switch (query) {
            case TermQuery term -> has(term.getTerm());
            case BooleanQuery bool -> matches(bool);
            case MatchAllDocsQuery _ -> true;
            case MatchNoDocsQuery _ -> false;
            case PhraseQuery phrase -> phrase.getSlop() == 0 ? matches(phrase) : isFound(phrase);
            default -> isFound(query);
        };
    }

    private boolean matches(BooleanQuery bool) throws IOException {
        for (Query required : bool.getClauses(Occur.FILTER)) {
            if (!matches(required)) {
                return false;
            }
        }
        for (Query required : bool.getClauses(Occur.MUST)) {
            if (!matches(required)) {
                return false;
            }
        }
        for (Query unwanted : bool.getClauses(Occur.MUST_NOT)) {
            if (matches(unwanted)) {
                return false;
            }
        }
        return hasEnough(bool);
    }

    /** As many of the optional clauses as are asked for; without a number one, unless something else is required. */
    private boolean hasEnough(BooleanQuery bool) throws IOException {
        boolean required = !bool.getClauses(Occur.FILTER).isEmpty()
                || !bool.getClauses(Occur.MUST).isEmpty();
        int needed = bool.getMinimumNumberShouldMatch();
        int missing = needed > 0 || required ? needed : 1;
        for (Query optional : bool.getClauses(Occur.SHOULD)) {
            if (missing <= 0) {
                return true;
            }
            if (matches(optional)) {
                missing--;
            }
        }
        return missing <= 0;
    }

    /** Whether all words stand somewhere at their distances from the first. */
    private boolean matches(PhraseQuery phrase) throws IOException {
        Term[] words = phrase.getTerms();
        for (Term word : words) {
            if (!has(word)) {
                return false;
            }
        }
        int[] at = phrase.getPositions();
        BitSet starts = positions(words[0], at[0]);
        for (int i = 1; i < words.length && !starts.isEmpty(); i++) {
            starts.and(positions(words[i], at[i]));
        }
        return !starts.isEmpty();
    }

    /** Where a phrase would begin that has the word {@code distance} further on. */
    private BitSet positions(Term word, int distance) throws IOException {
        BitSet starts = new BitSet();
        PostingsEnum postings = document.postings(word, PostingsEnum.POSITIONS);
        if (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            for (int i = postings.freq(); i > 0; i--) {
                int start = postings.nextPosition() - distance;
                if (start >= 0) {
                    starts.set(start);
                }
            }
        }
        return starts;
    }

    private boolean has(Term term) throws IOException {
        TermsEnum ofField = terms.get(term.field());
        if (ofField == null) {
            Terms there = document.terms(term.field());
            ofField = there == null ? TermsEnum.EMPTY : there.iterator();
            terms.put(term.field(), ofField);
        }
        return ofField.seekExact(term.bytes());
    }

    private boolean isFound(Query query) throws IOException {
        return searcher.count(query) > 0;
    }
}
