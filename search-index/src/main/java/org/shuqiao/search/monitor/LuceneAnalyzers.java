package org.shuqiao.search.monitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.ckb.SoraniAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.gl.GalicianAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import tools.jackson.databind.JsonNode;

/** Lucene's analyzers under the names a mapping of Elasticsearch gives them, made when they are first asked for. */
final class LuceneAnalyzers {
    private final JsonNode analysis;
    private final Map<String, Analyzer> made = new HashMap<>();

    /** @param analysis what an index defines itself: {@code settings.index.analysis} */
    LuceneAnalyzers(JsonNode analysis) {
        this.analysis = analysis;
    }

    synchronized Analyzer named(String name) {
        return made.computeIfAbsent(name, this::make);
    }

    /** Whether words and runs of words stand at one position, which Elasticsearch then takes for variants of each other. */
    boolean stacksRuns(String name) {
        for (JsonNode filter : analysis.path("analyzer").path(name).path("filter")) {
            if (analysis.path("filter")
                    .path(filter.asString())
                    .path("type")
                    .asString("")
                    .equals("shingle")) {
                return true;
            }
        }
        return false;
    }

    private Analyzer make(String name) {
        JsonNode own = analysis.path("analyzer").path(name);
        return own.isMissingNode() ? ofLanguage(name) : custom(own);
    }

    private Analyzer custom(JsonNode definition) {
        try {
            CustomAnalyzer.Builder analyzer = CustomAnalyzer.builder();
            for (JsonNode charFilter : definition.path("char_filter")) {
                JsonNode own = analysis.path("char_filter").path(charFilter.asString());
                analyzer.addCharFilter(
                        component(type(own, charFilter.asString())), parameters(own, "pattern", "replacement"));
            }
            analyzer.withTokenizer(component(definition.path("tokenizer").asString()));
            for (JsonNode filter : definition.path("filter")) {
                JsonNode own = analysis.path("filter").path(filter.asString());
                analyzer.addTokenFilter(
                        component(type(own, filter.asString())),
                        parameters(own, "min_shingle_size", "max_shingle_size", "output_unigrams"));
            }
            return analyzer.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String type(JsonNode own, String name) {
        return own.isMissingNode() ? name : own.path("type").asString();
    }

    private static Map<String, String> parameters(JsonNode own, String... known) {
        Map<String, String> parameters = new HashMap<>();
        for (String name : known) {
            if (own.has(name)) {
                parameters.put(camelCase(name), own.get(name).asString());
            }
        }
        if (!own.isMissingNode() && own.size() != parameters.size() + 1) {
            throw new IllegalStateException("a setting of " + own + " has no counterpart here");
        }
        return parameters;
    }

    /** The name Lucene has for what Elasticsearch calls {@code name}. */
    private static String component(String name) {
        return switch (name) {
            case "standard", "lowercase", "shingle" -> name;
            case "asciifolding" -> "asciiFolding";
            case "cjk_width", "cjk_bigram", "pattern_replace" -> camelCase(name);
            default -> throw new IllegalStateException("no counterpart here of " + name);
        };
    }

    private static String camelCase(String name) {
        StringBuilder camel = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) == '_') {
                i++;
                camel.append(Character.toUpperCase(name.charAt(i)));
            } else {
                camel.append(name.charAt(i));
            }
        }
        return camel.toString();
    }

    private static Analyzer ofLanguage(String name) {
        return switch (name) {
            case "arabic" -> new ArabicAnalyzer();
            case "armenian" -> new ArmenianAnalyzer();
            case "basque" -> new BasqueAnalyzer();
            case "bengali" -> new BengaliAnalyzer();
            case "bulgarian" -> new BulgarianAnalyzer();
            case "catalan" -> new CatalanAnalyzer();
            case "cjk" -> new CJKAnalyzer();
            case "czech" -> new CzechAnalyzer();
            case "danish" -> new DanishAnalyzer();
            case "dutch" -> new DutchAnalyzer();
            case "english" -> new EnglishAnalyzer();
            case "estonian" -> new EstonianAnalyzer();
            case "finnish" -> new FinnishAnalyzer();
            case "french" -> new FrenchAnalyzer();
            case "galician" -> new GalicianAnalyzer();
            case "german" -> new GermanAnalyzer();
            case "greek" -> new GreekAnalyzer();
            case "hindi" -> new HindiAnalyzer();
            case "hungarian" -> new HungarianAnalyzer();
            case "indonesian" -> new IndonesianAnalyzer();
            case "irish" -> new IrishAnalyzer();
            case "italian" -> new ItalianAnalyzer();
            case "latvian" -> new LatvianAnalyzer();
            case "lithuanian" -> new LithuanianAnalyzer();
            case "norwegian" -> new NorwegianAnalyzer();
            case "persian" -> new PersianAnalyzer();
            case "portuguese" -> new PortugueseAnalyzer();
            case "romanian" -> new RomanianAnalyzer();
            case "russian" -> new RussianAnalyzer();
            case "serbian" -> new SerbianAnalyzer();
            case "smartcn" -> new SmartChineseAnalyzer();
            case "sorani" -> new SoraniAnalyzer();
            case "spanish" -> new SpanishAnalyzer();
            case "swedish" -> new SwedishAnalyzer();
            case "thai" -> new ThaiAnalyzer();
            case "turkish" -> new TurkishAnalyzer();
            default -> throw new IllegalStateException("no counterpart here of the analyzer " + name);
        };
    }
}
