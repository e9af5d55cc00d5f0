package org.shuqiao.local.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.classic.ClassicTokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.LetterTokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.email.UAX29URLEmailTokenizer;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenizer;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.apache.lucene.analysis.path.PathHierarchyTokenizer;
import org.apache.lucene.analysis.pattern.PatternTokenizer;
import org.apache.lucene.analysis.th.ThaiTokenizer;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/**
 * Lucene's tokenizers under the names, settings and defaults of the Elasticsearch reference ("Tokenizer reference",
 * 9.x). Not here: char_group, simple_pattern, simple_pattern_split.
 */
final class Tokenizers {

    private Tokenizers() {}

    @FunctionalInterface
    private interface Configure {
        Supplier<Tokenizer> from(IndexSettings index, Settings settings);
    }

    static Map<String, AnalysisProvider<TokenizerFactory>> all() {
        Map<String, AnalysisProvider<TokenizerFactory>> all = new TreeMap<>();
        put(all, "classic", (index, settings) -> ClassicTokenizer::new);
        put(all, "keyword", (index, settings) -> {
            int buffer = settings.getAsInt("buffer_size", 256);
            return () -> new KeywordTokenizer(buffer);
        });
        put(all, "letter", (index, settings) -> LetterTokenizer::new);
        put(all, "smartcn_tokenizer", (index, settings) -> HMMChineseTokenizer::new);
        put(all, "thai", (index, settings) -> ThaiTokenizer::new);
        put(all, "whitespace", (index, settings) -> {
            int longest = settings.getAsInt("max_token_length", 255);
            return () -> new WhitespaceTokenizer(longest);
        });
        put(all, "uax_url_email", (index, settings) -> {
            int longest = settings.getAsInt("max_token_length", 255);
            return () -> {
                UAX29URLEmailTokenizer tokenizer = new UAX29URLEmailTokenizer();
                tokenizer.setMaxTokenLength(longest);
                return tokenizer;
            };
        });
        put(all, "pattern", (index, settings) -> {
            Pattern pattern = Pattern.compile(settings.get("pattern", "\\W+"));
            int group = settings.getAsInt("group", -1);
            return () -> new PatternTokenizer(pattern, group);
        });
        put(all, "path_hierarchy", (index, settings) -> {
            char delimiter = settings.get("delimiter", "/").charAt(0);
            char replacement =
                    settings.get("replacement", String.valueOf(delimiter)).charAt(0);
            int skip = settings.getAsInt("skip", 0);
            return () -> new PathHierarchyTokenizer(delimiter, replacement, skip);
        });
        put(all, "edge_ngram", (index, settings) -> {
            int min = settings.getAsInt("min_gram", 1);
            int max = settings.getAsInt("max_gram", 2);
            IntPredicate inToken = tokenChars(settings);
            return () -> new EdgeNGramTokenizer(min, max) {
                @Override
                protected boolean isTokenChar(int character) {
                    return inToken.test(character);
                }
            };
        });
        put(all, "ngram", (index, settings) -> {
            int min = settings.getAsInt("min_gram", 1);
            int max = settings.getAsInt("max_gram", 2);
            Grams.check(index, min, max);
            IntPredicate inToken = tokenChars(settings);
            return () -> new NGramTokenizer(min, max) {
                @Override
                protected boolean isTokenChar(int character) {
                    return inToken.test(character);
                }
            };
        });
        return all;
    }

    private static void put(Map<String, AnalysisProvider<TokenizerFactory>> all, String type, Configure configure) {
        all.put(
                type,
                (index, environment, name, settings) ->
                        TokenizerFactory.newFactory(name, configure.from(index, settings)));
    }

    /** The classes of {@code token_chars}; none means every character. */
    private static IntPredicate tokenChars(Settings settings) {
        List<IntPredicate> classes = new ArrayList<>();
        for (String name : settings.getAsList("token_chars")) {
            classes.add(
                    switch (name) {
                        case "letter" -> Character::isLetter;
                        case "digit" -> Character::isDigit;
                        case "whitespace" -> Character::isWhitespace;
                        case "punctuation" -> Tokenizers::isPunctuation;
                        case "symbol" -> Tokenizers::isSymbol;
                        default -> throw new IllegalArgumentException("Unknown token type: '" + name + "'");
                    });
        }
        return classes.stream().reduce(IntPredicate::or).orElse(character -> true);
    }

    private static boolean isPunctuation(int character) {
        return switch (Character.getType(character)) {
            case Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static boolean isSymbol(int character) {
        return switch (Character.getType(character)) {
            case Character.CURRENCY_SYMBOL, Character.MATH_SYMBOL, Character.OTHER_SYMBOL, Character.MODIFIER_SYMBOL ->
                true;
            default -> false;
        };
    }
}
