package org.shuqiao.local.catalogue;

import java.time.Duration;
import java.util.List;

/**
 * What became of a catalogue.
 *
 * @param searchable whether the index had caught up with all of it in time
 */
public record ImportSummary(
        Organizations organizations, Counts offers, Counts demands, boolean searchable, Duration took) {

    /**
     * @param registered new ones, or the same once more under the same key
     * @param revised those whose line had changed since
     * @param alreadyThere those whose identifier was registered before, left as they are
     * @param firstRefused the first refusals with their reasons
     */
    public record Organizations(
            long registered, long revised, long alreadyThere, long refused, List<String> firstRefused) {}

    /**
     * Lines of one import.
     *
     * @param firstRefused the first refused lines with their reasons
     */
    public record Counts(long created, long revised, long unchanged, long refused, List<String> firstRefused) {

        static final Counts NONE = new Counts(0, 0, 0, 0, List.of());

        /** Lines that are in the system now. */
        public long accepted() {
            return created + revised + unchanged;
        }

        @Override
        public String toString() {
            return String.format(
                    java.util.Locale.ROOT,
                    "%,d created, %,d revised, %,d unchanged, %,d refused",
                    created,
                    revised,
                    unchanged,
                    refused);
        }
    }

    /** Whether every organization and every line was taken. */
    public boolean complete() {
        return organizations.refused() + offers.refused() + demands.refused() == 0;
    }
}
