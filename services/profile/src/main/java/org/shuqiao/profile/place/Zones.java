package org.shuqiao.profile.place;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shuqiao.contracts.profile.ZoneView;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.contracts.value.Text;
import org.shuqiao.contracts.value.Translation;
import org.springframework.stereotype.Component;

/** The zones of the reference file, {@code reference/zones.tsv}, in its order. */
@Component
public class Zones {
    private static final int COLUMNS = 4;

    private final Map<String, ZoneView> zones = new LinkedHashMap<>();

    Zones() {
        for (List<String> cells : ReferenceTable.read("reference/zones.tsv", COLUMNS)) {
            zones.put(cells.get(0), new ZoneView(cells.get(0), name(cells.get(1), cells.get(2)), cells.get(3)));
        }
    }

    List<ZoneView> all() {
        return List.copyOf(zones.values());
    }

    /** The zones' ids, in the order of the file. */
    public Set<String> ids() {
        return zones.keySet();
    }

    private static Text name(String chinese, String english) {
        LanguageTag zh = new LanguageTag("zh");
        Map<LanguageTag, Translation> values = new LinkedHashMap<>();
        values.put(zh, Translation.of(chinese));
        values.put(new LanguageTag("en"), Translation.of(english));
        return new Text(zh, values);
    }
}
