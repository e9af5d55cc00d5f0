package org.shuqiao.understanding.time;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import org.shuqiao.understanding.word.Forms;
import org.shuqiao.understanding.word.LanguageFile;
import org.shuqiao.understanding.word.Phrases;

/** The words that dates are made of in one language: months, what stands between, what tells a year. */
final class DateWords {
    final Phrases<Integer> months;
    final Phrases<Boolean> joins;
    final Phrases<Boolean> yearBefore;
    final Phrases<Boolean> yearAfter;
    /** Years may be of the Buddhist era. */
    final boolean buddhist;
    /** Months have a capital. */
    final boolean capitalMonths;
    /** Months stand first in numbers with slashes. */
    final boolean monthFirst;

    DateWords(LanguageFile file) {
        Forms forms = file.forms();
        months = new Phrases<>(forms);
        joins = new Phrases<>(forms);
        yearBefore = new Phrases<>(forms);
        yearAfter = new Phrases<>(forms);
        buddhist = file.language().equals("th");
        capitalMonths = file.language().equals("en");
        monthFirst = file.words("numbers.order").contains("mdy");
        monthsOfIcu(file.language());
        file.section("dates.months")
                .forEach((month, words) -> words.forEach(w -> months.addInflected(w, Integer.valueOf(month))));
        file.words("dates.joins").forEach(word -> joins.add(word, true));
        file.words("dates.year.before").forEach(word -> yearBefore.add(word, true));
        file.words("dates.year.after").forEach(word -> yearAfter.add(word, true));
    }

    private void monthsOfIcu(String language) {
        if (language.equals("zh")) {
            return; // these are numbers
        }
        DateFormatSymbols symbols = DateFormatSymbols.getInstance(new ULocale(language));
        for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
            for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
                String[] names = symbols.getMonths(context, width);
                for (int i = 0; i < 12 && i < names.length; i++) {
                    if (names[i].codePoints().anyMatch(Character::isLetter)) {
                        months.addInflected(names[i], i + 1);
                    }
                }
            }
        }
    }
}
