package org.shuqiao.thesaurus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianStemFilter;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/**
 * Words by Lucene's analyzers: Unicode's word boundaries (UAX #29), lower case, without endings. Function words are left
 * out unless they are written in capitals: “IT” is not “it”, “MES” not French “mes”.
 */
final class LuceneWords implements Words {
    private static final CharArraySet NONE = CharArraySet.EMPTY_SET;
    private static final CharArraySet ENGLISH =
            set("a", "an", "the", "of", "for", "and", "or", "to", "in", "on", "with", "by");
    /** Lucene's list of 750 has words of the trade. */
    private static final CharArraySet INDONESIAN =
            set("dan", "atau", "di", "ke", "dari", "yang", "untuk", "pada", "dengan", "oleh");

    /** Lucene's list without its nouns: without “человек” a “цифровой человек” would be whatever is digital. */
    private static final CharArraySet RUSSIAN = without(RussianAnalyzer.getDefaultStopSet(), "человек", "жизнь");

    /** Endings are seldom longer than what a word of the trade has after these letters. */
    private static final int BEGINNING = 6;

    private final Analyzer analyzer;
    private final CharArraySet functionWords;
    private final UnaryOperator<String> ending;

    private LuceneWords(Analyzer analyzer, CharArraySet functionWords, UnaryOperator<String> ending) {
        this.analyzer = analyzer;
        this.functionWords = functionWords;
        this.ending = ending;
    }

    /** Those of a language; of one without an analyzer here as they stand. */
    static LuceneWords in(String language) {
        return switch (language) {
            case "ar" -> of(new ArabicAnalyzer(NONE), ArabicAnalyzer.getDefaultStopSet());
            case "de" -> of(new GermanAnalyzer(NONE), GermanAnalyzer.getDefaultStopSet());
            case "en" -> of(english(), ENGLISH);
            case "es" -> of(new SpanishAnalyzer(NONE), SpanishAnalyzer.getDefaultStopSet());
            case "fr" -> of(new FrenchAnalyzer(NONE), FrenchAnalyzer.getDefaultStopSet());
            case "id" -> of(indonesian(), INDONESIAN);
            case "pt" -> of(new PortugueseAnalyzer(NONE), PortugueseAnalyzer.getDefaultStopSet());
            case "ru" -> of(new RussianAnalyzer(NONE), RUSSIAN);
            case "bg" -> of(new BulgarianAnalyzer(NONE), BulgarianAnalyzer.getDefaultStopSet());
            // the endings of Slovak nouns are nearly those of Czech ones
            case "cs", "sk" -> of(new CzechAnalyzer(NONE), CzechAnalyzer.getDefaultStopSet());
            case "da" -> of(new DanishAnalyzer(NONE), DanishAnalyzer.getDefaultStopSet());
            case "el" -> of(new GreekAnalyzer(NONE), GreekAnalyzer.getDefaultStopSet());
            case "fa" -> of(new PersianAnalyzer(NONE), PersianAnalyzer.getDefaultStopSet());
            case "fi" -> of(new FinnishAnalyzer(NONE), FinnishAnalyzer.getDefaultStopSet());
            // both scripts become one, and Croatian has the same endings
            case "hr", "sr" -> of(new SerbianAnalyzer(NONE), SerbianAnalyzer.getDefaultStopSet());
            case "hu" -> of(new HungarianAnalyzer(NONE), HungarianAnalyzer.getDefaultStopSet());
            case "it" -> of(new ItalianAnalyzer(NONE), ItalianAnalyzer.getDefaultStopSet());
            case "lt" -> of(new LithuanianAnalyzer(NONE), LithuanianAnalyzer.getDefaultStopSet());
            case "lv" -> of(new LatvianAnalyzer(NONE), LatvianAnalyzer.getDefaultStopSet());
            case "nl" -> of(new DutchAnalyzer(NONE), DutchAnalyzer.getDefaultStopSet());
            case "ro" -> of(new RomanianAnalyzer(NONE), RomanianAnalyzer.getDefaultStopSet());
            case "sv" -> of(new SwedishAnalyzer(NONE), SwedishAnalyzer.getDefaultStopSet());
            case "tr" -> of(new TurkishAnalyzer(NONE), TurkishAnalyzer.getDefaultStopSet());
            case "pl", "uk" -> of(beginnings(), NONE);
            default -> of(plain(), NONE);
        };
    }

    static LuceneWords kazakh() {
        return new LuceneWords(plain(), NONE, new KazakhEndings()::without);
    }

    private static LuceneWords of(Analyzer analyzer, CharArraySet functionWords) {
        return new LuceneWords(analyzer, functionWords, UnaryOperator.identity());
    }

    @Override
    public List<Word> of(String text) {
        return words(text, text.chars().noneMatch(Character::isLowerCase));
    }

    @Override
    public List<Word> inOtherScript(String text) {
        String latin = Latin.only(text);
        return latin.isBlank() ? List.of() : of(latin);
    }

    @Override
    public List<Word> ofLabel(String label) {
        return words(label, false);
    }

    /** @param inCapitals whether the whole text is, so that capitals say nothing */
    private List<Word> words(String text, boolean inCapitals) {
        List<Word> words = new ArrayList<>();
        // ё is written as е as one likes; the positions stay the same
        String read = text.replace('ё', 'е').replace('Ё', 'Е');
        try (TokenStream stream = analyzer.tokenStream("text", read)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                int from = offset.startOffset();
                int to = offset.endOffset();
                if (!isFunctionWord(text.substring(from, to), inCapitals)) {
                    words.add(new Word(ending.apply(term.toString()), from, to));
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be read", e);
        }
        return words;
    }

    private boolean isFunctionWord(String surface, boolean inCapitals) {
        return !functionWords.isEmpty()
                && (inCapitals || !isInCapitals(surface))
                && functionWords.contains(surface.toLowerCase(Locale.ROOT));
    }

    private static boolean isInCapitals(String surface) {
        boolean capital = false;
        for (int at = 0; at < surface.length(); at += Character.charCount(surface.codePointAt(at))) {
            if (Character.isLowerCase(surface.codePointAt(at))) {
                return false;
            }
            capital |= Character.isUpperCase(surface.codePointAt(at));
        }
        return capital && surface.length() > 1;
    }

    private static Analyzer plain() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new StandardTokenizer();
                return new TokenStreamComponents(words, new LowerCaseFilter(words));
            }
        };
    }

    /** Words by their beginnings, for languages of many endings that Lucene's common analyzers leave out. */
    private static Analyzer beginnings() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new StandardTokenizer();
                return new TokenStreamComponents(words, new TruncateTokenFilter(new LowerCaseFilter(words), BEGINNING));
            }
        };
    }

    private static Analyzer english() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new StandardTokenizer();
                TokenStream lower = new LowerCaseFilter(new EnglishPossessiveFilter(words));
                return new TokenStreamComponents(words, new KStemFilter(new ASCIIFoldingFilter(lower)));
            }
        };
    }

    private static Analyzer indonesian() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new StandardTokenizer();
                return new TokenStreamComponents(words, new IndonesianStemFilter(new LowerCaseFilter(words)));
            }
        };
    }

    private static CharArraySet without(CharArraySet words, String... nouns) {
        CharArraySet left = set(nouns);
        CharArraySet rest = new CharArraySet(words.size(), true);
        for (Object word : words) {
            if (!left.contains((char[]) word)) {
                rest.add((char[]) word);
            }
        }
        return rest;
    }

    private static CharArraySet set(String... words) {
        return new CharArraySet(Set.of(words), true);
    }
}
