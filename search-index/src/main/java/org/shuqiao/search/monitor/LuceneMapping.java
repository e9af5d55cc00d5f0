package org.shuqiao.search.monitor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.QueryBuilder;
import org.shuqiao.messaging.EventCodec;
import org.shuqiao.search.index.Kind;
import org.shuqiao.search.index.ListingDocument;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The index of offers or demands as Lucene knows it: the fields and analyzers of the mapping Elasticsearch gets. What is
 * not searched, and dates, which change their meaning with time and not with an event, are left out.
 */
final class LuceneMapping {
    /** A field with the names of the fields a document has. */
    static final String PRESENT = "_present";

    /** Elasticsearch's distance between the values of one field, so that no phrase spans two. */
    private static final int GAP = 100;

    private static final JsonMapper JSON = EventCodec.eventMapper();

    /** What a field is. */
    enum Type {
        TEXT,
        KEYWORD,
        DOUBLE,
        DATE,
        /** Not searched here. */
        OTHER
    }

    private final Map<String, Type> types = new HashMap<>();
    private final Map<String, String> analyzers = new HashMap<>();
    private final Map<String, String> copies = new HashMap<>();
    private final LuceneAnalyzers known;
    private final Analyzer analyzer = new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
            return known.named(analyzers.getOrDefault(field, "any"));
        }

        @Override
        public int getPositionIncrementGap(String field) {
            return GAP;
        }
    };

    private LuceneMapping(JsonNode index) {
        known = new LuceneAnalyzers(index.path("settings").path("index").path("analysis"));
        read("", index.path("mappings").path("properties"));
    }

    /** The mapping in use for a kind. */
    static LuceneMapping of(Kind kind) {
        try (InputStream file = new ClassPathResource("indices/" + kind.mapping() + ".json").getInputStream()) {
            return new LuceneMapping(JSON.readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Analyzer analyzer() {
        return analyzer;
    }

    Type type(String field) {
        return types.getOrDefault(field, Type.OTHER);
    }

    /** Makes queries of words as Elasticsearch makes them for the field. */
    QueryBuilder words(String field) {
        QueryBuilder builder = new QueryBuilder(analyzer);
        builder.setAutoGenerateMultiTermSynonymsPhraseQuery(true);
        builder.setEnableGraphQueries(!known.stacksRuns(analyzers.getOrDefault(field, "any")));
        return builder;
    }

    /** A document as the index would have it. */
    Document document(ListingDocument listing) {
        Document document = new Document();
        Set<String> present = new TreeSet<>();
        add(document, present, "", JSON.valueToTree(listing));
        present.forEach(field -> document.add(new StringField(PRESENT, field, Store.NO)));
        return document;
    }

    private void read(String path, JsonNode properties) {
        for (String name : properties.propertyNames()) {
            JsonNode property = properties.get(name);
            if (property.has("properties")) {
                read(path + name + ".", property.get("properties"));
                continue;
            }
            String field = path + name;
            types.put(field, type(property));
            if (property.has("copy_to")) {
                copies.put(field, property.get("copy_to").asString());
            }
            if (property.has("analyzer")) {
                analyzers.put(field, property.get("analyzer").asString());
            }
        }
    }

    private static Type type(JsonNode property) {
        if (!property.path("index").asBoolean(true)) {
            return Type.OTHER;
        }
        return switch (property.path("type").asString()) {
            case "text" -> Type.TEXT;
            case "keyword" -> Type.KEYWORD;
            case "double" -> Type.DOUBLE;
            case "date" -> Type.DATE;
            default -> Type.OTHER;
        };
    }

    private void add(Document document, Set<String> present, String field, JsonNode value) {
        if (value.isArray()) {
            value.forEach(one -> add(document, present, field, one));
        } else if (value.isObject()) {
            for (String name : value.propertyNames()) {
                add(document, present, field.isEmpty() ? name : field + "." + name, value.get(name));
            }
        } else if (!value.isNull() && addValue(document, field, value)) {
            present.add(field);
            String copy = copies.get(field);
            if (copy != null) {
                add(document, present, copy, value);
            }
        }
    }

    private boolean addValue(Document document, String field, JsonNode value) {
        IndexableField added =
                switch (type(field)) {
                    case TEXT -> new TextField(field, value.asString(), Store.NO);
                    case KEYWORD -> new StringField(field, value.asString(), Store.NO);
                    case DOUBLE -> new DoublePoint(field, value.asDouble());
                    case DATE, OTHER -> null;
                };
        if (added != null) {
            document.add(added);
        }
        return added != null;
    }
}
