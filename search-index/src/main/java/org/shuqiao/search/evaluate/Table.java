package org.shuqiao.search.evaluate;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A table for people, a row at a time: one wide column, then narrow ones. */
public final class Table {
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    /** Prints a row of cells. */
    public void row(String name, Object... cells) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-24s", name));
        for (Object cell : cells) {
            row.append(String.format(Locale.ROOT, " %10s", cell));
        }
        out.println(row.toString().stripTrailing());
    }

    /** Prints a line as it is. */
    public void line(String text) {
        out.println(text);
    }

    /** A number as a cell. */
    public static String decimal(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    /** A difference as a cell, with its sign. */
    public static String signed(double value, int digits) {
        return String.format(Locale.ROOT, "%+." + digits + "f", value);
    }
}
