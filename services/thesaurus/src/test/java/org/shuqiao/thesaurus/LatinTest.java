package org.shuqiao.thesaurus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatinTest {
    @Test
    void lettersOfOtherScriptsBecomeBlanksInTheirPlaces() {
        assertThat(Latin.only("提供ERP 2.0实施，Überblick")).isEqualTo("  ERP 2.0  ，Überblick");
        assertThat(Latin.only("𠀀ERP를")).isEqualTo("  ERP ");
        assertThat(Latin.only("веб-API، سحابة")).isEqualTo("   -API،      ");
    }

    @Test
    void aTextWithoutSuchStaysAsItIs() {
        String text = "naïve ﬁnance ＡＰＩ, 100 €";
        assertThat(Latin.only(text)).isSameAs(text);
    }
}
