package org.shuqiao.thesaurus;

import java.util.List;

/** Takes the texts of a language apart into what is compared. */
interface Words {
    /** The words of {@code text} in their order; what never tells two labels apart (articles, “of”) is left out. */
    List<Word> of(String text);

    /** The words in Latin letters of a text of another script; nothing else in it is read. */
    default List<Word> inOtherScript(String text) {
        return of(Latin.only(text));
    }

    /** The words of a label: “MES” is one, though French has “mes”. */
    default List<Word> ofLabel(String label) {
        return of(label);
    }

    /** The words of a shorter form in which texts have a label as well; none where there is no such form. */
    default List<Word> shorter(String label) {
        return List.of();
    }

    /** How the words of {@code language}, a primary tag, are found; those of a language without labels by its letters. */
    static Words in(String language) {
        return switch (language) {
            case "zh", "ja" -> new CharacterWords();
            case "th" -> new ThaiWords();
            case "kk" -> LuceneWords.kazakh();
            default -> LuceneWords.in(language);
        };
    }
}
