package org.shuqiao.local.analysis;

import java.util.Locale;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.bg.BulgarianStemFilter;
import org.apache.lucene.analysis.bn.BengaliStemFilter;
import org.apache.lucene.analysis.br.BrazilianStemFilter;
import org.apache.lucene.analysis.ckb.SoraniStemFilter;
import org.apache.lucene.analysis.cz.CzechStemFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanMinimalStemFilter;
import org.apache.lucene.analysis.el.GreekStemFilter;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.es.SpanishPluralStemFilter;
import org.apache.lucene.analysis.fa.PersianStemFilter;
import org.apache.lucene.analysis.fi.FinnishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchMinimalStemFilter;
import org.apache.lucene.analysis.gl.GalicianMinimalStemFilter;
import org.apache.lucene.analysis.gl.GalicianStemFilter;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.hu.HungarianLightStemFilter;
import org.apache.lucene.analysis.id.IndonesianStemFilter;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.lv.LatvianStemFilter;
import org.apache.lucene.analysis.no.NorwegianLightStemFilter;
import org.apache.lucene.analysis.no.NorwegianMinimalStemFilter;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.pt.PortugueseMinimalStemFilter;
import org.apache.lucene.analysis.pt.PortugueseStemFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sv.SwedishLightStemFilter;
import org.apache.lucene.analysis.sv.SwedishMinimalStemFilter;

/** The {@code language} values of the {@code stemmer} filter (Elasticsearch reference, "Stemmer token filter"). */
final class Stemmers {

    private Stemmers() {}

    static UnaryOperator<TokenStream> named(String language) {
        return switch (language.toLowerCase(Locale.ROOT)) {
            case "arabic" -> ArabicStemFilter::new;
            case "bengali" -> BengaliStemFilter::new;
            case "brazilian" -> BrazilianStemFilter::new;
            case "bulgarian" -> BulgarianStemFilter::new;
            case "czech" -> CzechStemFilter::new;
            case "english", "porter" -> PorterStemFilter::new;
            case "light_english", "kstem" -> KStemFilter::new;
            case "minimal_english" -> EnglishMinimalStemFilter::new;
            case "possessive_english" -> EnglishPossessiveFilter::new;
            case "porter2" -> snowball("English");
            case "light_finnish" -> FinnishLightStemFilter::new;
            case "light_french" -> FrenchLightStemFilter::new;
            case "minimal_french" -> FrenchMinimalStemFilter::new;
            case "galician" -> GalicianStemFilter::new;
            case "minimal_galician" -> GalicianMinimalStemFilter::new;
            case "light_german" -> GermanLightStemFilter::new;
            case "minimal_german" -> GermanMinimalStemFilter::new;
            case "greek" -> GreekStemFilter::new;
            case "hindi" -> HindiStemFilter::new;
            case "light_hungarian" -> HungarianLightStemFilter::new;
            case "indonesian" -> in -> new IndonesianStemFilter(in, true);
            case "light_indonesian" -> in -> new IndonesianStemFilter(in, false);
            case "light_italian" -> ItalianLightStemFilter::new;
            case "latvian" -> LatvianStemFilter::new;
            case "light_norwegian" -> NorwegianLightStemFilter::new;
            case "minimal_norwegian" -> NorwegianMinimalStemFilter::new;
            case "persian" -> PersianStemFilter::new;
            case "portuguese_rslp" -> PortugueseStemFilter::new;
            case "light_portuguese" -> PortugueseLightStemFilter::new;
            case "minimal_portuguese" -> PortugueseMinimalStemFilter::new;
            case "light_russian" -> RussianLightStemFilter::new;
            case "sorani" -> SoraniStemFilter::new;
            case "light_spanish" -> SpanishLightStemFilter::new;
            case "spanish_plural" -> SpanishPluralStemFilter::new;
            case "light_swedish" -> SwedishLightStemFilter::new;
            case "minimal_swedish" -> SwedishMinimalStemFilter::new;
            case "armenian" -> snowball("Armenian");
            case "basque" -> snowball("Basque");
            case "catalan" -> snowball("Catalan");
            case "danish" -> snowball("Danish");
            case "dutch" -> snowball("Dutch");
            case "estonian" -> snowball("Estonian");
            case "finnish" -> snowball("Finnish");
            case "french" -> snowball("French");
            case "german", "german2" -> snowball("German");
            case "hungarian" -> snowball("Hungarian");
            case "irish" -> snowball("Irish");
            case "italian" -> snowball("Italian");
            case "lithuanian" -> snowball("Lithuanian");
            case "norwegian" -> snowball("Norwegian");
            case "portuguese" -> snowball("Portuguese");
            case "romanian" -> snowball("Romanian");
            case "russian" -> snowball("Russian");
            case "serbian" -> snowball("Serbian");
            case "spanish" -> snowball("Spanish");
            case "swedish" -> snowball("Swedish");
            case "turkish" -> snowball("Turkish");
            default -> throw new IllegalArgumentException("no stemmer for language [" + language + "]");
        };
    }

    private static UnaryOperator<TokenStream> snowball(String name) {
        return in -> new SnowballFilter(in, name);
    }
}
