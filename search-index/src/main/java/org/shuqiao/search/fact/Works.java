package org.shuqiao.search.fact;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.Money;
import org.shuqiao.thesaurus.ConceptVector;

/**
 * Pieces of work, delivered or asked for, as far as they are to be compared: each in {@value #HEAD} bytes and 3 for each
 * word and concept.
 *
 * @param all at most {@value #MOST}
 */
public record Works(List<Work> all) {
    /** As many are kept. */
    public static final int MOST = 32;

    public static final Works NONE = new Works(List.of());

    private static final int HEAD = 9;
    private static final int EACH = 3;
    private static final int CURRENCY = 3;
    private static final int WORD_BITS = 24;
    private static final int MIXED = 0x9E3779B9;
    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
    private static final int LAST = 0xFFFF;

    /** Powers of ten are kept in 25ths. */
    private static final double STEPS = 25;

    private static final int LARGEST = 255;

    /**
     * One piece of work.
     *
     * @param date null when it is not known; from 1970-01-01 to 2149-06-06, else the nearer of both
     * @param customer position among {@link Party#customers}; -1 when it is none of those, at most 254
     * @param size what was paid; null when it is not known
     * @param words each once, as {@link #word} tells of them, at most 255
     * @param about at most 255 concepts
     */
    public record Work(
            @Nullable LocalDate date,
            int customer,
            @Nullable Size size,
            List<Integer> words,
            ConceptVector about) {}

    /**
     * An amount of money, as a power of ten.
     *
     * @param currency by ISO 4217
     * @param power 0 for anything up to 1, at most 10.16
     */
    public record Size(String currency, double power) {
        /** Null where there is none, or not above 0. */
        public static @Nullable Size of(@Nullable Money money) {
            return money == null ? null : of(money.amount(), money.currency().getCurrencyCode());
        }

        public static @Nullable Size of(BigDecimal amount, String currency) {
            return amount.signum() <= 0 ? null : new Size(currency, Works.rounded(Math.log10(amount.doubleValue())));
        }
    }

    public Works {
        all = List.copyOf(all.subList(0, Math.min(MOST, all.size())));
    }

    /** What stands for a word: two words are the same in all but one of some millions of cases where these are. */
    public static int word(String form) {
        return form.hashCode() * MIXED >>> Integer.SIZE - WORD_BITS;
    }

    private static double rounded(double power) {
        return Math.clamp(Math.round(power * STEPS), 0, LARGEST - 1) / STEPS;
    }

    /** What {@link #toBytes} wrote. */
    @JsonCreator
    public static Works ofBytes(byte[] bytes) {
        List<Work> all = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            all.add(read(buffer));
        }
        return all.isEmpty() ? NONE : new Works(all);
    }

    private static Work read(ByteBuffer buffer) {
        int day = Short.toUnsignedInt(buffer.getShort());
        int customer = Byte.toUnsignedInt(buffer.get());
        int power = Byte.toUnsignedInt(buffer.get());
        byte[] currency = new byte[CURRENCY];
        buffer.get(currency);
        int words = Byte.toUnsignedInt(buffer.get());
        int concepts = Byte.toUnsignedInt(buffer.get());
        Integer[] read = new Integer[words];
        for (int i = 0; i < words; i++) {
            read[i] = Byte.toUnsignedInt(buffer.get()) << Short.SIZE | Short.toUnsignedInt(buffer.getShort());
        }
        byte[] about = new byte[concepts * EACH];
        buffer.get(about);
        return new Work(
                day == 0 ? null : FIRST.plusDays(day),
                customer - 1,
                power == 0 ? null : new Size(new String(currency, StandardCharsets.US_ASCII), (power - 1) / STEPS),
                List.of(read),
                ConceptVector.ofBytes(about));
    }

    /** All of them, to be read again by {@link #ofBytes}. */
    @JsonValue
    public byte[] toBytes() {
        int length = 0;
        for (Work work : all) {
            length += HEAD + EACH * (work.words().size() + work.about().size());
        }
        ByteBuffer buffer = ByteBuffer.allocate(length);
        all.forEach(work -> write(work, buffer));
        return buffer.array();
    }

    private static void write(Work work, ByteBuffer buffer) {
        Size size = work.size();
        buffer.putShort((short) day(work.date()))
                .put((byte) (work.customer() + 1))
                .put((byte) (size == null ? 0 : 1 + Math.round(size.power() * STEPS)))
                .put(Arrays.copyOf((size == null ? "" : size.currency()).getBytes(StandardCharsets.US_ASCII), CURRENCY))
                .put((byte) work.words().size())
                .put((byte) work.about().size());
        work.words().forEach(word -> buffer.put((byte) (word >>> Short.SIZE)).putShort(word.shortValue()));
        buffer.put(work.about().toBytes());
    }

    private static long day(@Nullable LocalDate date) {
        return date == null ? 0 : Math.clamp(date.toEpochDay(), 1, LAST);
    }
}
