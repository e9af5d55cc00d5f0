package org.shuqiao.local.analysis;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.br.BrazilianAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.ckb.SoraniAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
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
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.index.analysis.AnalyzerScope;
import org.elasticsearch.index.analysis.PreBuiltAnalyzerProvider;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/**
 * Lucene's analyzer of each language under the name the official image gives it.
 *
 * <p>Settings: {@code stopwords} (a list, or {@code _none_}, or a named set; default the language's own set) and {@code
 * stem_exclusion} (a list; default empty; ignored where the language has no stemmer). {@code smartcn} takes no settings.
 */
final class LanguageAnalyzers {

    private LanguageAnalyzers() {}

    static Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> all() {
        Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> all = new TreeMap<>();
        put(all, "arabic", ArabicAnalyzer.getDefaultStopSet(), ArabicAnalyzer::new);
        put(all, "armenian", ArmenianAnalyzer.getDefaultStopSet(), ArmenianAnalyzer::new);
        put(all, "basque", BasqueAnalyzer.getDefaultStopSet(), BasqueAnalyzer::new);
        put(all, "bengali", BengaliAnalyzer.getDefaultStopSet(), BengaliAnalyzer::new);
        put(all, "brazilian", BrazilianAnalyzer.getDefaultStopSet(), BrazilianAnalyzer::new);
        put(all, "bulgarian", BulgarianAnalyzer.getDefaultStopSet(), BulgarianAnalyzer::new);
        put(all, "catalan", CatalanAnalyzer.getDefaultStopSet(), CatalanAnalyzer::new);
        put(all, "cjk", CJKAnalyzer.getDefaultStopSet(), (stop, exclusions) -> new CJKAnalyzer(stop));
        put(all, "czech", CzechAnalyzer.getDefaultStopSet(), CzechAnalyzer::new);
        put(all, "danish", DanishAnalyzer.getDefaultStopSet(), DanishAnalyzer::new);
        put(all, "dutch", DutchAnalyzer.getDefaultStopSet(), DutchAnalyzer::new);
        put(all, "english", EnglishAnalyzer.getDefaultStopSet(), EnglishAnalyzer::new);
        put(all, "estonian", EstonianAnalyzer.getDefaultStopSet(), EstonianAnalyzer::new);
        put(all, "finnish", FinnishAnalyzer.getDefaultStopSet(), FinnishAnalyzer::new);
        put(all, "french", FrenchAnalyzer.getDefaultStopSet(), FrenchAnalyzer::new);
        put(all, "galician", GalicianAnalyzer.getDefaultStopSet(), GalicianAnalyzer::new);
        put(all, "german", GermanAnalyzer.getDefaultStopSet(), GermanAnalyzer::new);
        put(all, "greek", GreekAnalyzer.getDefaultStopSet(), (stop, exclusions) -> new GreekAnalyzer(stop));
        put(all, "hindi", HindiAnalyzer.getDefaultStopSet(), HindiAnalyzer::new);
        put(all, "hungarian", HungarianAnalyzer.getDefaultStopSet(), HungarianAnalyzer::new);
        put(all, "indonesian", IndonesianAnalyzer.getDefaultStopSet(), IndonesianAnalyzer::new);
        put(all, "irish", IrishAnalyzer.getDefaultStopSet(), IrishAnalyzer::new);
        put(all, "italian", ItalianAnalyzer.getDefaultStopSet(), ItalianAnalyzer::new);
        put(all, "latvian", LatvianAnalyzer.getDefaultStopSet(), LatvianAnalyzer::new);
        put(all, "lithuanian", LithuanianAnalyzer.getDefaultStopSet(), LithuanianAnalyzer::new);
        put(all, "norwegian", NorwegianAnalyzer.getDefaultStopSet(), NorwegianAnalyzer::new);
        put(all, "persian", PersianAnalyzer.getDefaultStopSet(), PersianAnalyzer::new);
        put(all, "portuguese", PortugueseAnalyzer.getDefaultStopSet(), PortugueseAnalyzer::new);
        put(all, "romanian", RomanianAnalyzer.getDefaultStopSet(), RomanianAnalyzer::new);
        put(all, "russian", RussianAnalyzer.getDefaultStopSet(), RussianAnalyzer::new);
        put(all, "serbian", SerbianAnalyzer.getDefaultStopSet(), SerbianAnalyzer::new);
        put(all, "sorani", SoraniAnalyzer.getDefaultStopSet(), SoraniAnalyzer::new);
        put(all, "spanish", SpanishAnalyzer.getDefaultStopSet(), SpanishAnalyzer::new);
        put(all, "swedish", SwedishAnalyzer.getDefaultStopSet(), SwedishAnalyzer::new);
        put(all, "thai", ThaiAnalyzer.getDefaultStopSet(), (stop, exclusions) -> new ThaiAnalyzer(stop));
        put(all, "turkish", TurkishAnalyzer.getDefaultStopSet(), TurkishAnalyzer::new);
        all.put("smartcn", (index, environment, name, settings) -> provider(name, new SmartChineseAnalyzer()));
        return all;
    }

    private static void put(
            Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> all,
            String language,
            CharArraySet stopWords,
            BiFunction<CharArraySet, CharArraySet, Analyzer> create) {
        all.put(
                language,
                (index, environment, name, settings) -> provider(
                        name,
                        create.apply(
                                Analysis.parseStopWords(environment, settings, stopWords),
                                Analysis.parseStemExclusion(settings, CharArraySet.EMPTY_SET))));
    }

    private static AnalyzerProvider<? extends Analyzer> provider(String name, Analyzer analyzer) {
        return new PreBuiltAnalyzerProvider(name, AnalyzerScope.INDEX, analyzer);
    }
}
