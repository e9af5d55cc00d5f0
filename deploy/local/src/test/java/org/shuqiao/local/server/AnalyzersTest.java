package org.shuqiao.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuqiao.local.Folders;
import org.shuqiao.local.LocalFolder;
import org.shuqiao.local.Progress;

/** The analysis plugin inside the server it is made for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnalyzersTest {

    private static final Path ROOT = Path.of(System.getProperty("shuqiao.root"));
    private static final Path DATA = LocalFolder.of(ROOT).path().resolve("analyzers-test");
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]*)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private LocalServers servers;

    @BeforeAll
    void start() throws Exception {
        Folders.delete(DATA);
        servers = LocalServers.start(
                Settings.of(ROOT, DATA).withServers(EnumSet.of(Server.ELASTICSEARCH)), Progress.SILENT);
    }

    @AfterAll
    void end() throws IOException {
        servers.close();
        http.close();
        Folders.delete(DATA);
    }

    /** Inflected words, and what each language's analyzer makes of them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            arabic     | الخدمات السحابية        | خدم سحاب
            armenian   | ծառայություններ        | ծառայ
            basque     | zerbitzuak              | zerbi
            bengali    | পরিষেবাগুলি             | পরিসেবা
            brazilian  | serviços digitais       | servic digit
            bulgarian  | облачните услуги        | облачн услуг
            catalan    | els serveis digitals    | serve dig
            cjk        | 电子商务 ﾊﾟ              | 电子 子商 商务 パ
            czech      | cloudové služby         | cloud služb
            danish     | digitale tjenester      | digital tjenest
            dutch      | digitale diensten       | digital dienst
            english    | the cloud services      | cloud servic
            estonian   | digitaalsed teenused    | digitaalse teenuse
            finnish    | digitaaliset palvelut   | digitaalis palvelu
            french     | les services numériques | servic num
            galician   | servizos dixitais       | serviz dixit
            german     | die digitalen Dienste   | digital dien
            greek      | ψηφιακές υπηρεσίες      | ψηφιακ υπηρεσι
            hindi      | सेवाएँ                   | सेव
            hungarian  | digitális szolgáltatások | digitális szolgáltatás
            indonesian | layanan digital         | layan gital
            irish      | an tseirbhís            | seirbhís
            italian    | servizi digitali        | serviz digital
            latvian    | digitālie pakalpojumi   | digitāl pakalpojum
            lithuanian | skaitmeninės paslaugos  | skaitmenin paslaug
            norwegian  | digitale tjenester      | digital tjenest
            persian    | خدمات ابری              | ابر
            portuguese | serviços digitais       | servic digital
            romanian   | serviciile digitale     | servic digital
            russian    | облачных услуг          | облачн услуг
            serbian    | дигиталне услуге        | digitaln uslug
            sorani     | خزمەتگوزارییەکان        | خزمەتگوزاریی
            spanish    | servicios digitales     | servici digital
            swedish    | digitala tjänster       | digital tjänst
            thai       | บริการคลาวด์              | บริการ คลาวด์
            turkish    | dijital hizmetler       | dijital hizmet
            smartcn    | 跨境电子商务云服务          | 跨境 电子 商务 云 服务
            """)
    void cutsEachLanguageIntoItsTerms(String analyzer, String text, String terms) throws Exception {
        assertThat(analyze("", "\"analyzer\":\"" + analyzer + "\",\"text\":\"" + text + "\""))
                .containsExactly(terms.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apostrophe",
                "arabic_normalization",
                "arabic_stem",
                "asciifolding",
                "bengali_normalization",
                "brazilian_stem",
                "cjk_bigram",
                "cjk_width",
                "classic",
                "czech_stem",
                "decimal_digit",
                "dutch_stem",
                "edge_ngram",
                "elision",
                "flatten_graph",
                "french_stem",
                "german_normalization",
                "german_stem",
                "hindi_normalization",
                "indic_normalization",
                "keyword_repeat",
                "kstem",
                "length",
                "limit",
                "lowercase",
                "ngram",
                "persian_normalization",
                "persian_stem",
                "porter_stem",
                "remove_duplicates",
                "reverse",
                "russian_stem",
                "scandinavian_folding",
                "scandinavian_normalization",
                "serbian_normalization",
                "shingle",
                "smartcn_stop",
                "snowball",
                "sorani_normalization",
                "stemmer",
                "stop",
                "trim",
                "truncate",
                "uppercase",
                "word_delimiter_graph"
            })
    void knowsTheFilterByItsUsualName(String filter) throws Exception {
        assertThat(analyze("", "\"tokenizer\":\"standard\",\"filter\":[\"" + filter + "\"],\"text\":\"Services\""))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            french_terms   | l'<b>Été</b> & services  | ete and service
            turkish_terms  | ISTANBUL                 | ıstanbul
            chinese_grams  | 电子商务 Ｃloud            | 电 电子 子 子商 商 商务 务 cloud
            beginnings     | Cloud                    | cl clo clou cloud
            kept_russian   | облачных услуг           | услуг
            word_grams     | big data                 | big big_data data
            """)
    void takesTheSettingsOfTheOfficialComponents(String analyzer, String text, String terms) throws Exception {
        int status = send("PUT", "/terms", """
                        {"settings": {"number_of_replicas": 0, "analysis": {
                          "char_filter": {"and": {"type": "mapping", "mappings": ["& => and"]}},
                          "filter": {
                            "articles": {"type": "elision", "articles": ["l", "d"]},
                            "start": {"type": "edge_ngram", "min_gram": 2, "max_gram": 5},
                            "turkish_lower": {"type": "lowercase", "language": "turkish"},
                            "bigrams": {"type": "cjk_bigram", "output_unigrams": true},
                            "pairs": {"type": "shingle", "token_separator": "_"},
                            "plural": {"type": "stemmer", "language": "minimal_english"}},
                          "analyzer": {
                            "french_terms": {"tokenizer": "standard", "char_filter": ["and", "html_strip"],
                                             "filter": ["articles", "lowercase", "asciifolding", "plural"]},
                            "turkish_terms": {"tokenizer": "standard", "filter": ["turkish_lower"]},
                            "chinese_grams": {"tokenizer": "standard", "filter": ["cjk_width", "lowercase", "bigrams"]},
                            "beginnings": {"tokenizer": "standard", "filter": ["lowercase", "start"]},
                            "word_grams": {"tokenizer": "standard", "filter": ["pairs"]},
                            "kept_russian": {"type": "russian", "stopwords": ["облачных"], "stem_exclusion": ["услуг"]}},
                          "normalizer": {"folded": {"type": "custom", "filter": ["lowercase", "asciifolding"]}}}}}
                        """).statusCode();
        // made by the first case, there for the others
        assertThat(status).isIn(200, 400);

        assertThat(analyze("/terms", "\"analyzer\":\"" + analyzer + "\",\"text\":\"" + text + "\""))
                .containsExactly(terms.split(" "));
        assertThat(analyze("/terms", "\"normalizer\":\"folded\",\"text\":\"Été\""))
                .containsExactly("ete");
    }

    @Test
    void survivesTheEndOfAnotherIndexWithTheSameAnalyzer() throws Exception {
        String body = "{\"settings\":{\"number_of_replicas\":0},"
                + "\"mappings\":{\"properties\":{\"t\":{\"type\":\"text\",\"analyzer\":\"russian\"}}}}";
        assertThat(send("PUT", "/first", body).statusCode()).isEqualTo(200);
        assertThat(send("PUT", "/second", body).statusCode()).isEqualTo(200);
        assertThat(send("DELETE", "/first", "").statusCode()).isEqualTo(200);

        assertThat(analyze("/second", "\"field\":\"t\",\"text\":\"услугами\"")).containsExactly("услуг");
    }

    private List<String> analyze(String index, String request) throws IOException, InterruptedException {
        HttpResponse<String> response = send("POST", index + "/_analyze", "{" + request + "}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        Matcher tokens = TOKEN.matcher(response.body());
        return tokens.results().map(found -> found.group(1)).toList();
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(servers.addresses().elasticsearchUri() + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
