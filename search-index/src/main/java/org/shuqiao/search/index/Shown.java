package org.shuqiao.search.index;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.contracts.value.Text;
import org.shuqiao.contracts.value.Translation;

/**
 * What a list shows of an offer or a demand: kept beside the searchable fields, not searched.
 *
 * @param delivered what the provider of an offer has, in the order of the works in its facts; none for a demand
 */
public record Shown(Text title, Text summary, @Nullable Text name, List<Delivered> delivered) {
    static final int SUMMARY = 400;

    public Shown {
        summary = shortened(summary);
        delivered = Objects.requireNonNullElse(delivered, List.of());
    }

    Shown with(@Nullable Text newName, List<Delivered> newDelivered) {
        return new Shown(title, summary, newName, newDelivered);
    }

    private static Text shortened(Text text) {
        if (text.values().values().stream().allMatch(t -> t.value().length() <= SUMMARY)) {
            return text;
        }
        Map<LanguageTag, Translation> values = new LinkedHashMap<>();
        text.values().forEach((language, t) -> values.put(language, shortened(t)));
        return new Text(text.original(), values);
    }

    private static Translation shortened(Translation translation) {
        String value = translation.value();
        if (value.length() <= SUMMARY) {
            return translation;
        }
        int end = Character.isHighSurrogate(value.charAt(SUMMARY - 2)) ? SUMMARY - 2 : SUMMARY - 1;
        return new Translation(value.substring(0, end) + "…", translation.source(), translation.reviewed());
    }
}
