package org.shuqiao.contracts.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shuqiao.contracts.value.Refusals.assertRefuses;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuqiao.contracts.value.Translation.Source;
import tools.jackson.databind.json.JsonMapper;

class TextTest {
    private static final LanguageTag ZH = new LanguageTag("zh");
    private static final LanguageTag EN = new LanguageTag("en");
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void takesAPlainStringForAnOriginalOfNoKnownLanguage() {
        Text text = JSON.readValue("\"云\"", Text.class);
        assertThat(text.original()).isEqualTo(LanguageTag.UNDETERMINED);
        assertThat(text.originalValue()).isEqualTo("云");
        assertThat(JSON.writeValueAsString(text))
                .isEqualTo(
                        "{\"original\":\"und\",\"values\":{\"und\":{\"value\":\"云\",\"source\":\"human\",\"reviewed\":false}}}");
    }

    @Test
    void takesAValueThatIsAPlainString() {
        Text text = JSON.readValue(
                "{\"original\":\"zh\",\"values\":{\"zh\":\"云\",\"en\":{\"value\":\"Cloud\",\"source\":\"machine\"}}}",
                Text.class);
        assertThat(text.values()).containsEntry(ZH, new Translation("云", Source.human, false));
        assertThat(text.values()).containsEntry(EN, new Translation("Cloud", Source.machine, false));
    }

    @Test
    void readsWhatItWrote() {
        Map<LanguageTag, Translation> values = new LinkedHashMap<>();
        values.put(ZH, new Translation("云", Source.human, true));
        values.put(EN, new Translation("Cloud", Source.machine, false));
        Text text = new Text(ZH, values);
        assertThat(JSON.readValue(JSON.writeValueAsString(text), Text.class)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"values\":{\"zh\":\"云\"}}",
                "{\"original\":\"zh\"}",
                "{\"original\":\"zh\",\"values\":{}}",
                "{\"original\":\"zh\",\"values\":{\"en\":\"Cloud\"}}",
                "{\"original\":\"zh\",\"values\":{\"zh\":null}}",
                "{\"original\":\"zh\",\"values\":{\"zh\":\" \"}}",
                "{\"original\":\"zh\",\"values\":{\"zh\":{}}}",
                "{\"original\":\"zh\",\"values\":{\"zh\":{\"value\":\"x\",\"source\":\"ghost\"}}}",
                "{\"original\":\"??\",\"values\":{\"??\":\"x\"}}",
                "\"\"",
                "5"
            })
    void refusesATextThatSaysNothingInItsOriginal(String json) {
        assertThatThrownBy(() -> JSON.readValue(json, Text.class)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void namesTheLanguageThatIsMissing() {
        assertRefuses("values.zh", () -> new Text(ZH, Map.of(EN, Translation.of("Cloud"))));
    }

    @Test
    void bearsNoMoreThanItsLanguages() {
        Map<LanguageTag, Translation> many = new HashMap<>();
        for (char a = 'a'; a <= 'z'; a++) {
            many.put(new LanguageTag("x" + a), Translation.of("x"));
            many.put(new LanguageTag("y" + a), Translation.of("x"));
        }
        LanguageTag original = many.keySet().iterator().next();
        assertRefuses("values", () -> new Text(original, many));
    }

    @Test
    void isNotChangedFromOutside() {
        Map<LanguageTag, Translation> values = new HashMap<>(Map.of(ZH, Translation.of("云")));
        Text text = new Text(ZH, values);
        values.clear();
        assertThat(text.originalValue()).isEqualTo("云");
        assertThatThrownBy(() -> text.values().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void hasALongestTranslation() {
        assertThat(Translation.of("x".repeat(20_000)).value()).hasSize(20_000);
        assertRefuses("value", () -> Translation.of("x".repeat(20_001)));
        assertRefuses("value", () -> Translation.of("a\0b"));
        assertThat(Translation.of("  x \n").value()).isEqualTo("x");
    }
}
