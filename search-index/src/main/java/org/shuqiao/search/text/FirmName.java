package org.shuqiao.search.text;

import java.util.regex.Pattern;

/**
 * Tells the name of a firm by its legal form at the end, or where the language puts it at the beginning. Titles that are
 * such names say who, not what. The forms are the common ones of ISO 20275 (Entity Legal Forms).
 */
public final class FirmName {
    private static final Pattern LAST = Pattern.compile("(?iu)(有限公司|有限责任公司|股份公司|集团公司|集团|公司|株式会社|有限会社|주식회사"
            + "|(?<=[\\s,.(])(limited|ltd|llc|l\\.l\\.c|llp|plc|inc|incorporated|corp|corporation|company|gmbh|ag|kg|ug"
            + "|s\\.?a\\.?s?|s\\.?a\\.?r\\.?l|s\\.?r\\.?l|s\\.?p\\.?a|s\\.?l\\.?u?|s\\.?a\\. de c\\.?v|b\\.?v|n\\.?v|oyj?|ab|a/?s|aps|asa"
            + "|sdn\\.? bhd|berhad|tbk|ltda|kft|zrt|nyrt|sp\\. ?z ?o\\.? ?o|s\\.?r\\.?o|a\\.?s|d\\.?o\\.?o|ооо|оао|зао|пао|ао|тоо"
            + "|a\\.?ş|ltd\\.? şti|jsc|pjsc|ojsc))[.)）\\s]*$");
    private static final Pattern FIRST = Pattern.compile(
            "(?iu)^((ооо|оао|зао|пао|ао|тоо|жшс|pt|cv|công ty|บริษัท|شركة|شرکت|株式会社|주식회사)[\\s«\"“]|บริษัท)");

    private FirmName() {}

    /** Whether {@code title} as a whole is the name of a firm. */
    public static boolean is(String title) {
        String name = title.strip();
        return LAST.matcher(name).find() || FIRST.matcher(name).find();
    }
}
