package org.shuqiao.thesaurus;

import java.util.List;

/**
 * Thai by its letters. A label that begins with การ, which makes a noun of a verb, is looked for without it too: “recognising
 * faces” is การจดจำใบหน้า by itself and ระบบจดจำใบหน้า as a system. Before a noun it makes a field of that, and stays.
 */
final class ThaiWords implements Words {
    private static final String NOUN = "การ";

    /** Shorter verbs stand in too many other words. */
    private static final int SHORTEST = 6;

    /** Market, money, medicine, accounts, farming, town, treasury, commerce, bank, electricity, waterworks, sport. */
    private static final List<String> FIELDS = List.of(
            "ตลาด", "เงิน", "แพทย์", "บัญชี", "เกษตร", "เมือง", "คลัง", "พาณิชย์", "ธนาคาร", "ไฟฟ้า", "ประปา", "กีฬา");

    private final Words letters = new CharacterWords();

    @Override
    public List<Word> of(String text) {
        return letters.of(text);
    }

    @Override
    public List<Word> shorter(String label) {
        if (!label.startsWith(NOUN) || FIELDS.stream().anyMatch(field -> label.startsWith(field, NOUN.length()))) {
            return List.of();
        }
        List<Word> verb = letters.of(label.substring(NOUN.length()));
        return verb.size() < SHORTEST ? List.of() : verb;
    }
}
