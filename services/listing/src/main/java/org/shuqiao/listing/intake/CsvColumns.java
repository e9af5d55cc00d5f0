package org.shuqiao.listing.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shuqiao.contracts.value.InvalidValue;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The columns of a CSV file by its header, and a row as the JSON object that a line of JSON Lines would be. A column is
 * a field's name; with a dot it is a field within ({@code price.min}, {@code place.country}); with a language tag behind
 * a text's name it is that text in the language ({@code title.en}), the first such column being the original. Lists are
 * parted by {@code |}. An empty cell says nothing.
 */
final class CsvColumns {
    private static final Set<String> TEXTS = Set.of("title", "summary", "problem", "endUsers", "outcome", "workDone");
    private static final Set<String> TEXT_LISTS = Set.of("features", "benefits", "references");
    private static final Set<String> LISTS = Set.of(
            "languages",
            "supportLevels",
            "dataLocations",
            "exportFormats",
            "targetMarkets",
            "excludedMarkets",
            "partnershipSought");
    // lists of records, each written scheme:id or kind:value or by its name alone
    private static final Map<String, List<String>> PAIRS = Map.of(
            "classification", List.of("scheme", "id"),
            "essentials", List.of("kind", "value"),
            "niceToHaves", List.of("kind", "value"),
            "standards", List.of("name"));
    private static final Set<String> NESTED = Set.of("price", "budget", "place", "weights", "dataInvolved");
    private static final Set<String> BOOLEANS = Set.of("freeTrial", "digitallyOrdered", "digitallyDelivered", "sealed");
    private static final Set<String> NESTED_BOOLEANS = Set.of("personal", "sensitive", "important");
    private static final Set<String> NUMBERS = Set.of("leadTimeDays", "durationMonths", "mostResponses");

    private final List<String> names;
    private final JsonMapper json;

    private CsvColumns(List<String> names, JsonMapper json) {
        this.names = names;
        this.json = json;
    }

    /** The columns of a header line; refused when empty, or when a name comes twice. */
    static CsvColumns of(String header, JsonMapper json) {
        List<String> names = cells(header).stream().map(String::strip).toList();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (name.isEmpty() || !seen.add(name)) {
                throw new InvalidValue("header", "column names, each once", name);
            }
        }
        return new CsvColumns(names, json);
    }

    /** A row as a JSON object; its values are checked by whoever reads the object. */
    ObjectNode row(String record) {
        List<String> cells = cells(record);
        if (cells.size() != names.size()) {
            throw new InvalidValue("row", names.size() + " cells as in the header", cells.size() + " cells");
        }
        ObjectNode row = json.createObjectNode();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i).strip();
            if (!cell.isEmpty()) {
                put(row, names.get(i), cell);
            }
        }
        return row;
    }

    private void put(ObjectNode row, String name, String cell) {
        int dot = name.indexOf('.');
        String field = dot < 0 ? name : name.substring(0, dot);
        String inner = dot < 0 ? "" : name.substring(dot + 1);
        if (dot > 0 && TEXTS.contains(field)) {
            putTranslation(row, field, inner, cell);
        } else if (dot > 0 && NESTED.contains(field)) {
            ObjectNode nested = row.withObjectProperty(field);
            putScalar(nested, inner, cell, NESTED_BOOLEANS.contains(inner), field.equals("weights"));
        } else if (LISTS.contains(name) || TEXT_LISTS.contains(name)) {
            parts(cell).forEach(row.withArrayProperty(name)::add);
        } else if (PAIRS.containsKey(name)) {
            ArrayNode list = row.withArrayProperty(name);
            parts(cell).forEach(part -> putPair(list.addObject(), PAIRS.getOrDefault(name, List.of()), part));
        } else {
            putScalar(row, name, cell, BOOLEANS.contains(name), NUMBERS.contains(name));
        }
    }

    private static void putTranslation(ObjectNode row, String field, String language, String cell) {
        if (!row.has(field)) {
            row.putObject(field).put("original", language);
        }
        ObjectNode text = (ObjectNode) row.get(field);
        text.withObjectProperty("values").put(language, cell);
    }

    private static void putPair(ObjectNode pair, List<String> names, String part) {
        int colon = names.size() == 1 ? -1 : part.indexOf(':');
        pair.put(names.getFirst(), colon < 0 ? part : part.substring(0, colon).strip());
        if (colon >= 0) {
            pair.put(names.get(1), part.substring(colon + 1).strip());
        }
    }

    private static void putScalar(ObjectNode row, String name, String cell, boolean bool, boolean number) {
        if (bool && (cell.equals("true") || cell.equals("false"))) {
            row.put(name, Boolean.parseBoolean(cell));
        } else if (number && cell.matches("-?[0-9]{1,9}")) {
            row.put(name, Integer.parseInt(cell));
        } else {
            row.put(name, cell);
        }
    }

    private static List<String> parts(String cell) {
        return Arrays.stream(cell.split("\\|"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static List<String> cells(String record) {
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().skipEmptyLines(false).ofCsvRecord(record)) {
            List<CsvRecord> records = reader.stream().toList();
            if (records.size() != 1) {
                throw new InvalidValue("row", "one CSV record", records.size() + " records");
            }
            return records.getFirst().getFields();
        } catch (IOException | CsvParseException e) {
            throw new InvalidValue("row", "a CSV record by RFC 4180", e.getMessage());
        }
    }
}
