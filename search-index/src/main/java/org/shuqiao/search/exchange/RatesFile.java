package org.shuqiao.search.exchange;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads rates as the European Central Bank publishes them (eurofxref.csv, eurofxref-hist.csv): a line that begins with
 * {@code Date} and names currencies, then a line for each day, the newest first, of which the first is read. Further
 * columns may be added for currencies the bank has no rate for; {@code N/A} and nothing mean none. Lines that begin with
 * {@code #} say where the rates are from.
 */
final class RatesFile {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("[d MMMM uuuu][uuuu-MM-dd]", Locale.ENGLISH);

    private RatesFile() {}

    /** @throws IllegalArgumentException naming the line and what was expected there */
    static ExchangeRates read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException("No exchange rates can be read from " + file + ": " + e, e);
        }
        List<String> said = lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        if (said.size() < 2) {
            throw new IllegalArgumentException(file + ": expected a line of currencies and a line of rates");
        }
        List<String> names = cells(said.getFirst());
        List<String> values = cells(said.get(1));
        if (!names.getFirst().equals("Date")) {
            throw new IllegalArgumentException(file + ": expected Date, USD, … not " + said.getFirst());
        }
        Map<String, BigDecimal> rates = new HashMap<>();
        for (int i = 1; i < Math.min(names.size(), values.size()); i++) {
            if (!names.get(i).isEmpty()
                    && !values.get(i).isEmpty()
                    && !values.get(i).equals("N/A")) {
                rates.put(currency(file, names.get(i)), rate(file, names.get(i), values.get(i)));
            }
        }
        return new ExchangeRates(date(file, values.getFirst()), rates);
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split(",", -1)) {
            cells.add(cell.strip());
        }
        return cells;
    }

    private static String currency(Path file, String name) {
        try {
            return Currency.getInstance(name).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": expected currencies by ISO 4217, not " + name, e);
        }
    }

    private static BigDecimal rate(Path file, String currency, String value) {
        try {
            BigDecimal rate = new BigDecimal(value);
            if (rate.signum() > 0) {
                return rate;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    file + ": expected how much " + currency + " one euro is, not " + value, e);
        }
        throw new IllegalArgumentException(file + ": expected a rate above 0 for " + currency + ", not " + value);
    }

    private static String date(Path file, String value) {
        try {
            LocalDate date = DATE.parse(value).query(TemporalQueries.localDate());
            if (date != null) {
                return date.toString();
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    file + ": expected a date such as 2026-11-26 or 26 November 2026, not " + value, e);
        }
        throw new IllegalArgumentException(file + ": expected a date, not " + value);
    }
}
