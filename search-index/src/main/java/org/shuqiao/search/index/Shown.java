package org.shuqiao.search.index;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.contracts.value.Text;
import org.shuqiao.contracts.value.Translation;

/** What a list shows of an offer or a demand: kept beside the searchable fields, not searched. */
public record Shown(Text title, Text summary, @Nullable Text name) {
    static final int SUMMARY = 400;

    public Shown {
        summary = shortened(summary);
    }

    Shown withName(@Nullable Text newName) {
        return new Shown(title, summary, newName);
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
