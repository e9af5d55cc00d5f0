package org.shuqiao.search.concept;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.profile.TrackRecord;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.contracts.value.Money;
import org.shuqiao.contracts.value.Text;
import org.shuqiao.search.fact.Party;
import org.shuqiao.search.fact.Works;
import org.shuqiao.search.fact.Works.Size;
import org.shuqiao.search.fact.Works.Work;
import org.shuqiao.search.text.FieldTexts;
import org.shuqiao.search.text.LanguageDetection;
import org.shuqiao.thesaurus.Thesaurus;

class ReadingWorksTest {
    private final LanguageDetection detection = new LanguageDetection();
    private final ReadingWorks reading = new ReadingWorks(detection, LivingThesaurus.of(Thesaurus.builtIn()));

    @Test
    void theLatestAreKeptFirstAndWhatIsRepeatedForOneBuyerOnce() {
        TrackRecord old = record("Meter reading", "Almaty Su", "2021-03-01");
        TrackRecord again = record("METER READING", "Almaty Su", "2024-03-01");
        TrackRecord other = record("Meter reading", "Astana Su", "2022-03-01");
        TrackRecord undated = record("Water works", null, null);

        assertThat(ReadingWorks.kept(List.of(undated, old, again, other))).containsExactly(again, other, undated);
    }

    @Test
    void noMoreAreKeptThanThereIsRoomFor() {
        List<TrackRecord> many = new ArrayList<>();
        for (int i = 0; i < 3 * Works.MOST; i++) {
            many.add(record(
                    "Work " + i, null, LocalDate.of(2020, 1, 1).plusDays(i).toString()));
        }

        assertThat(ReadingWorks.kept(many)).hasSize(Works.MOST).first().isEqualTo(many.getLast());
    }

    @Test
    void aWorkIsReadWithItsBuyerItsSizeAndTheFormsOfItsWords() {
        TrackRecord record = new TrackRecord(
                "Almaty Su",
                LocalDate.of(2024, 3, 1),
                new Money(new BigDecimal("1000.00"), Currency.getInstance("USD")),
                "Supply of the remote reading of water meters");

        Work work = reading.delivered(List.of(record), List.of(new Party.Customer("almaty su", 1)))
                .all()
                .getFirst();

        assertThat(work.date()).isEqualTo(record.date());
        assertThat(work.customer()).isZero();
        assertThat(work.size()).isEqualTo(new Size("USD", 3));
        assertThat(work.words())
                .contains(Works.word("meter"), Works.word("water"))
                .doesNotContain(Works.word("of"));
        assertThat(work.about().size()).isBetween(1, 12);
    }

    @Test
    void titlesOfEachScriptAreReadInTheirLanguage() {
        List<Work> works = reading.delivered(
                        List.of(
                                record("智能水表远程抄表系统", null, null),
                                record("Дистанционное считывание счётчиков воды", null, null),
                                record("2024", null, null)),
                        List.of())
                .all();

        assertThat(works.get(0).about().compared().nearness(works.get(1).about()))
                .isGreaterThan(0.2);
        assertThat(works.get(0).words()).contains(Works.word("水表"));
        assertThat(works.get(2).words()).containsExactly(Works.word("2024"));
        assertThat(works.get(2).about().size()).isZero();
    }

    @Test
    void anyTitleOfADemandInWhateverLanguageIsWhatItAsksFor() {
        FieldTexts texts = FieldTexts.of(
                detection,
                Text.of(new LanguageTag("en"), "Water meters"),
                List.of(Text.of(new LanguageTag("en"), "We lose water")));

        List<Work> asked = reading.asked(texts).all();

        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().words()).containsExactly(Works.word("water"), Works.word("meter"));
    }

    private static TrackRecord record(String title, @Nullable String buyer, @Nullable String date) {
        return new TrackRecord(buyer, date == null ? null : LocalDate.parse(date), null, title);
    }
}
