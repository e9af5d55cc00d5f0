package org.shuqiao.local.analysis;

import java.io.Reader;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.elasticsearch.index.analysis.AbstractCharFilterFactory;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.NormalizingCharFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;

/** Lucene's character filters under the names and settings of the Elasticsearch reference ("Character filters", 9.x). */
final class CharFilters {

    private CharFilters() {}

    static Map<String, AnalysisProvider<CharFilterFactory>> all() {
        Map<String, AnalysisProvider<CharFilterFactory>> all = new TreeMap<>();
        all.put("html_strip", (index, environment, name, settings) -> {
            Set<String> escaped = Set.copyOf(settings.getAsList("escaped_tags"));
            return new Plain(name, in -> new HTMLStripCharFilter(in, escaped));
        });
        all.put("pattern_replace", AnalysisPlugin.requiresAnalysisSettings((index, environment, name, settings) -> {
            String pattern = settings.get("pattern");
            if (pattern == null) {
                throw new IllegalArgumentException("pattern is missing for [" + name + "] char filter");
            }
            Pattern compiled = Pattern.compile(pattern);
            String replacement = settings.get("replacement", "");
            return new Normalizing(name, in -> new PatternReplaceCharFilter(compiled, replacement, in));
        }));
        all.put("mapping", AnalysisPlugin.requiresAnalysisSettings((index, environment, name, settings) -> {
            var rules = Analysis.getWordList(environment, settings, "mappings");
            if (rules == null) {
                throw new IllegalArgumentException("mapping requires either `mappings` or `mappings_path`");
            }
            NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
            for (String rule : rules) {
                int arrow = rule.lastIndexOf("=>");
                if (arrow < 0) {
                    throw new IllegalArgumentException("Invalid mapping rule: [" + rule + "], expected [from => to]");
                }
                map.add(
                        rule.substring(0, arrow).strip(),
                        rule.substring(arrow + 2).strip());
            }
            NormalizeCharMap built = map.build();
            return new Normalizing(name, in -> new MappingCharFilter(built, in));
        }));
        return all;
    }

    private static class Plain extends AbstractCharFilterFactory {

        private final UnaryOperator<Reader> create;

        Plain(String name, UnaryOperator<Reader> create) {
            super(name);
            this.create = create;
        }

        @Override
        public Reader create(Reader in) {
            return create.apply(in);
        }
    }

    private static final class Normalizing extends Plain implements NormalizingCharFilterFactory {

        Normalizing(String name, UnaryOperator<Reader> create) {
            super(name, create);
        }
    }
}
