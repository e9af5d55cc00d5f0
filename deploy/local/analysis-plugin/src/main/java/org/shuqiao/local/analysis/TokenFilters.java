package org.shuqiao.local.analysis;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.bn.BengaliNormalizationFilter;
import org.apache.lucene.analysis.br.BrazilianStemFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.ckb.SoraniNormalizationFilter;
import org.apache.lucene.analysis.classic.ClassicFilter;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.core.StopFilter;
import org.apache.lucene.analysis.core.UpperCaseFilter;
import org.apache.lucene.analysis.cz.CzechStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.de.GermanStemFilter;
import org.apache.lucene.analysis.el.GreekLowerCaseFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.fa.PersianStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishLowerCaseFilter;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.in.IndicNormalizationFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeepWordFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.LimitTokenCountFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.ScandinavianFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.ScandinavianNormalizationFilter;
import org.apache.lucene.analysis.miscellaneous.SetKeywordMarkerFilter;
import org.apache.lucene.analysis.miscellaneous.TrimFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.reverse.ReverseStringFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sr.SerbianNormalizationFilter;
import org.apache.lucene.analysis.tr.ApostropheFilter;
import org.apache.lucene.analysis.tr.TurkishLowerCaseFilter;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.PreConfiguredTokenFilter;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.RussianStemmer;

/**
 * Lucene's token filters under the names, settings and defaults of the Elasticsearch reference ("Token filter
 * reference", 9.x). Not here because they need a script engine or the synonyms API: condition, predicate_token_filter,
 * synonym, synonym_graph.
 */
final class TokenFilters {

    private static final int ALL_CJK_SCRIPTS =
            CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;

    private final Map<String, AnalysisProvider<TokenFilterFactory>> all = new TreeMap<>();

    private TokenFilters() {}

    static Map<String, AnalysisProvider<TokenFilterFactory>> all() {
        TokenFilters filters = new TokenFilters();
        filters.addNormalizers();
        filters.addStemmers();
        filters.addCutters();
        return filters.all;
    }

    /** What a filter does when an analyzer names it without settings, where that is not what its empty settings do. */
    static List<PreConfiguredTokenFilter> withoutSettings() {
        return List.of(
                PreConfiguredTokenFilter.singleton(
                        "elision", true, in -> new ElisionFilter(in, FrenchAnalyzer.DEFAULT_ARTICLES)),
                PreConfiguredTokenFilter.singleton("edge_ngram", false, false, in -> new EdgeNGramTokenFilter(in, 1)),
                PreConfiguredTokenFilter.singleton("ngram", false, false, in -> new NGramTokenFilter(in, 1, 2, false)),
                PreConfiguredTokenFilter.singleton("truncate", false, in -> new TruncateTokenFilter(in, 10)));
    }

    /** Filters that change single characters: they may stand in a {@code normalizer} and apply to wildcard queries. */
    private void addNormalizers() {
        normalizer("arabic_normalization", ArabicNormalizationFilter::new);
        normalizer("bengali_normalization", BengaliNormalizationFilter::new);
        normalizer("cjk_width", CJKWidthFilter::new);
        normalizer("decimal_digit", DecimalDigitFilter::new);
        normalizer("german_normalization", GermanNormalizationFilter::new);
        normalizer("hindi_normalization", HindiNormalizationFilter::new);
        normalizer("indic_normalization", IndicNormalizationFilter::new);
        normalizer("persian_normalization", PersianNormalizationFilter::new);
        normalizer("scandinavian_folding", ScandinavianFoldingFilter::new);
        normalizer("scandinavian_normalization", ScandinavianNormalizationFilter::new);
        normalizer("serbian_normalization", SerbianNormalizationFilter::new);
        normalizer("sorani_normalization", SoraniNormalizationFilter::new);
        normalizer("trim", TrimFilter::new);
        normalizer("uppercase", UpperCaseFilter::new);
        all.put("lowercase", (index, environment, name, settings) -> normalizing(name, lowercase(settings)));
        all.put("asciifolding", (index, environment, name, settings) -> {
            boolean preserve = settings.getAsBoolean("preserve_original", false);
            return new Folding(name, preserve);
        });
        all.put("elision", AnalysisPlugin.requiresAnalysisSettings((index, environment, name, settings) -> {
            CharArraySet articles = Analysis.parseArticles(environment, settings);
            if (articles == null) {
                throw new IllegalArgumentException("elision filter requires [articles] or [articles_path] setting");
            }
            return normalizing(name, in -> new ElisionFilter(in, articles));
        }));
        all.put("pattern_replace", AnalysisPlugin.requiresAnalysisSettings((index, environment, name, settings) -> {
            Pattern pattern = Pattern.compile(required(settings, "pattern"));
            String replacement = settings.get("replacement", "");
            boolean everywhere = settings.getAsBoolean("all", true);
            return normalizing(name, in -> new PatternReplaceFilter(in, pattern, replacement, everywhere));
        }));
    }

    private void addStemmers() {
        filter("arabic_stem", ArabicStemFilter::new);
        filter("brazilian_stem", BrazilianStemFilter::new);
        filter("czech_stem", CzechStemFilter::new);
        filter("dutch_stem", in -> new SnowballFilter(in, new DutchStemmer()));
        filter("french_stem", in -> new SnowballFilter(in, new FrenchStemmer()));
        filter("german_stem", GermanStemFilter::new);
        filter("kstem", KStemFilter::new);
        filter("persian_stem", PersianStemFilter::new);
        filter("porter_stem", PorterStemFilter::new);
        filter("russian_stem", in -> new SnowballFilter(in, new RussianStemmer()));
        configured("snowball", (index, settings) -> {
            String language = settings.get("language", settings.get("name", "English"));
            return in -> new SnowballFilter(in, language);
        });
        configured(
                "stemmer",
                (index, settings) -> Stemmers.named(settings.get("language", settings.get("name", "porter"))));
    }

    /** Filters that drop, split, join or mark tokens. */
    private void addCutters() {
        filter("apostrophe", ApostropheFilter::new);
        filter("classic", ClassicFilter::new);
        filter("flatten_graph", FlattenGraphFilter::new);
        filter("keyword_repeat", KeywordRepeatFilter::new);
        filter("remove_duplicates", RemoveDuplicatesTokenFilter::new);
        filter("reverse", ReverseStringFilter::new);
        filter("smartcn_stop", in -> new StopFilter(in, SmartChineseAnalyzer.getDefaultStopSet()));
        configured("cjk_bigram", (index, settings) -> {
            int scripts = scripts(settings);
            boolean unigrams = settings.getAsBoolean("output_unigrams", false);
            return in -> new CJKBigramFilter(in, scripts, unigrams);
        });
        configured("edge_ngram", (index, settings) -> {
            int min = settings.getAsInt("min_gram", 1);
            int max = settings.getAsInt("max_gram", 2);
            boolean preserve = settings.getAsBoolean("preserve_original", false);
            return in -> new EdgeNGramTokenFilter(in, min, max, preserve);
        });
        configured("ngram", (index, settings) -> {
            int min = settings.getAsInt("min_gram", 1);
            int max = settings.getAsInt("max_gram", 2);
            Grams.check(index, min, max);
            boolean preserve = settings.getAsBoolean("preserve_original", false);
            return in -> new NGramTokenFilter(in, min, max, preserve);
        });
        configured("length", (index, settings) -> {
            int min = settings.getAsInt("min", 0);
            int max = settings.getAsInt("max", Integer.MAX_VALUE);
            return in -> new LengthFilter(in, min, max);
        });
        configured("limit", (index, settings) -> {
            int max = settings.getAsInt("max_token_count", 1);
            boolean consumeAll = settings.getAsBoolean("consume_all_tokens", false);
            return in -> new LimitTokenCountFilter(in, max, consumeAll);
        });
        all.put("truncate", AnalysisPlugin.requiresAnalysisSettings((index, environment, name, settings) -> {
            int length = settings.getAsInt("length", -1);
            if (length < 1) {
                throw new IllegalArgumentException("length parameter must be provided");
            }
            return plain(name, in -> new TruncateTokenFilter(in, length));
        }));
        all.put("keep", AnalysisPlugin.requiresAnalysisSettings((index, environment, name, settings) -> {
            CharArraySet words = words(environment, settings, "keep_words");
            return plain(name, in -> new KeepWordFilter(in, words));
        }));
        all.put("keyword_marker", AnalysisPlugin.requiresAnalysisSettings((index, environment, name, settings) -> {
            CharArraySet words = words(environment, settings, "keywords");
            return plain(name, in -> new SetKeywordMarkerFilter(in, words));
        }));
        configured("word_delimiter_graph", (index, settings) -> {
            int flags = delimiterFlags(settings);
            return in -> new WordDelimiterGraphFilter(in, flags, null);
        });
    }

    private void filter(String type, UnaryOperator<TokenStream> create) {
        all.put(type, (index, environment, name, settings) -> plain(name, create));
    }

    private void normalizer(String type, UnaryOperator<TokenStream> create) {
        all.put(type, (index, environment, name, settings) -> normalizing(name, create));
    }

    private void configured(String type, BiFunction<IndexSettings, Settings, UnaryOperator<TokenStream>> configure) {
        all.put(type, (index, environment, name, settings) -> plain(name, configure.apply(index, settings)));
    }

    private static UnaryOperator<TokenStream> lowercase(Settings settings) {
        String language = settings.get("language");
        if (language == null) {
            return LowerCaseFilter::new;
        }
        return switch (language) {
            case "greek" -> GreekLowerCaseFilter::new;
            case "irish" -> IrishLowerCaseFilter::new;
            case "turkish" -> TurkishLowerCaseFilter::new;
            default ->
                throw new IllegalArgumentException(
                        "language [" + language + "] not supported for lower case: greek, irish or turkish");
        };
    }

    private static int scripts(Settings settings) {
        int scripts = ALL_CJK_SCRIPTS;
        for (String ignored : settings.getAsList("ignored_scripts")) {
            scripts &= switch (ignored) {
                case "han" -> ~CJKBigramFilter.HAN;
                case "hiragana" -> ~CJKBigramFilter.HIRAGANA;
                case "katakana" -> ~CJKBigramFilter.KATAKANA;
                case "hangul" -> ~CJKBigramFilter.HANGUL;
                default -> throw new IllegalArgumentException("unknown script [" + ignored + "]");
            };
        }
        if (scripts == 0) {
            throw new IllegalArgumentException("[ignored_scripts] leaves no script to cut");
        }
        return scripts;
    }

    private static int delimiterFlags(Settings settings) {
        int flags = 0;
        flags |= flag(settings, "generate_word_parts", true, WordDelimiterGraphFilter.GENERATE_WORD_PARTS);
        flags |= flag(settings, "generate_number_parts", true, WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS);
        flags |= flag(settings, "catenate_words", false, WordDelimiterGraphFilter.CATENATE_WORDS);
        flags |= flag(settings, "catenate_numbers", false, WordDelimiterGraphFilter.CATENATE_NUMBERS);
        flags |= flag(settings, "catenate_all", false, WordDelimiterGraphFilter.CATENATE_ALL);
        flags |= flag(settings, "split_on_case_change", true, WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE);
        flags |= flag(settings, "split_on_numerics", true, WordDelimiterGraphFilter.SPLIT_ON_NUMERICS);
        flags |= flag(settings, "preserve_original", false, WordDelimiterGraphFilter.PRESERVE_ORIGINAL);
        flags |= flag(settings, "stem_english_possessive", true, WordDelimiterGraphFilter.STEM_ENGLISH_POSSESSIVE);
        return flags;
    }

    private static int flag(Settings settings, String name, boolean byDefault, int flag) {
        return settings.getAsBoolean(name, byDefault) ? flag : 0;
    }

    private static CharArraySet words(Environment environment, Settings settings, String name) {
        CharArraySet words = Analysis.getWordSet(environment, settings, name);
        if (words == null) {
            throw new IllegalArgumentException("requires [" + name + "] or [" + name + "_path]");
        }
        return words;
    }

    private static String required(Settings settings, String name) {
        String value = settings.get(name);
        if (value == null) {
            throw new IllegalArgumentException("[" + name + "] is missing");
        }
        return value;
    }

    private static TokenFilterFactory plain(String name, UnaryOperator<TokenStream> create) {
        return new Plain(name, create);
    }

    private static TokenFilterFactory normalizing(String name, UnaryOperator<TokenStream> create) {
        return new Normalizing(name, create);
    }

    private static class Plain extends AbstractTokenFilterFactory {

        private final UnaryOperator<TokenStream> create;

        Plain(String name, UnaryOperator<TokenStream> create) {
            super(name);
            this.create = create;
        }

        @Override
        public TokenStream create(TokenStream in) {
            return create.apply(in);
        }
    }

    private static final class Normalizing extends Plain implements NormalizingTokenFilterFactory {

        Normalizing(String name, UnaryOperator<TokenStream> create) {
            super(name, create);
        }
    }

    /** A normalizer must give one token for one: there the unfolded original is never kept. */
    private static final class Folding extends Plain implements NormalizingTokenFilterFactory {

        Folding(String name, boolean preserveOriginal) {
            super(name, in -> new ASCIIFoldingFilter(in, preserveOriginal));
        }

        @Override
        public TokenStream normalize(TokenStream in) {
            return new ASCIIFoldingFilter(in);
        }
    }
}
