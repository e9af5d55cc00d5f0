package org.shuqiao.search.match;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A sentence with places for what is told, read once: written as a {@link MessageFormat}, of which only plain places are
 * used, and which would have to be copied for each thread.
 *
 * @param texts what stands before, between and behind the places: one more than those
 * @param places which argument comes in each
 */
record SentencePattern(List<String> texts, List<Integer> places) {
    private static final char MARK = '\uFFFF';

    /** @throws IllegalArgumentException when it is no message format, or formats an argument as something special */
    static SentencePattern of(String pattern, Locale language) {
        MessageFormat format = new MessageFormat(pattern, language);
        for (Object special : format.getFormats()) {
            if (special != null) {
                throw new IllegalArgumentException("only plain places such as {0} are expected in: " + pattern);
            }
        }
        int count = format.getFormatsByArgumentIndex().length;
        Object[] marked = new Object[count];
        for (int i = 0; i < count; i++) {
            marked[i] = "" + MARK + (char) i + MARK;
        }
        List<String> texts = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        String[] parts = format.format(marked).split(String.valueOf(MARK), -1);
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 0) {
                texts.add(parts[i]);
            } else {
                places.add((int) parts[i].charAt(0));
            }
        }
        return new SentencePattern(List.copyOf(texts), List.copyOf(places));
    }

    /** @param arguments one for each place, as it is to be read */
    String with(String... arguments) {
        if (places.isEmpty()) {
            return texts.getFirst();
        }
        StringBuilder sentence = new StringBuilder(texts.getFirst());
        for (int i = 0; i < places.size(); i++) {
            sentence.append(arguments[places.get(i)]).append(texts.get(i + 1));
        }
        return sentence.toString();
    }
}
