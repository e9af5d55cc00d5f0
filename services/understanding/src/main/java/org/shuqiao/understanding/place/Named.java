package org.shuqiao.understanding.place;

/**
 * What a name in a text can mean.
 *
 * @param code a country's or a language's
 * @param writing the capitals the name has, where its script has such
 */
record Named(Kind kind, String code, Writing writing) {
    enum Kind {
        COUNTRY,
        ADJECTIVE,
        CITY,
        /** A name that only a language has: “tiếng Anh”. */
        LANGUAGE,
        /** A language's name that is also an adjective or a country's name: “Turkish”, “ไทย”. */
        LANGUAGE_OR_OTHER
    }

    /** Which capitals a name must be written with. */
    enum Writing {
        ANY,
        CAPITAL,
        /** As an abbreviation: {@code US} is not “us”. */
        ALL_CAPITAL;

        private static final int LONGEST_ABBREVIATION = 4;

        /** As {@code name} is written itself. */
        static Writing of(String name) {
            if (!Character.isUpperCase(name.codePointAt(0))) {
                return ANY;
            }
            boolean abbreviation = name.codePoints().filter(Character::isLetter).count() <= LONGEST_ABBREVIATION
                    && name.codePoints().noneMatch(Character::isLowerCase);
            return abbreviation ? ALL_CAPITAL : CAPITAL;
        }
    }
}
