package org.shuqiao.search.vector;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalDouble;

/**
 * The direction a model gives a text, a byte for each dimension: the greatest is ±127. Only directions are compared, so
 * that rounding costs a cosine less than 0.01.
 */
public final class DenseVector {
    private static final int GREATEST = 127;
    private static final int HUNDREDTHS = 100;

    /** How many hundredths of the cosine unrelated texts have by this model, then the dimensions. */
    private final byte[] bytes;

    private final double length;

    private DenseVector(byte[] bytes) {
        this.bytes = bytes;
        double squares = 0;
        for (int i = 1; i < bytes.length; i++) {
            squares += bytes[i] * bytes[i];
        }
        this.length = Math.sqrt(squares);
    }

    /**
     * The direction of {@code values}.
     *
     * @param unrelated the cosine that texts about different things have by the same model, 0 to 0.99
     * @throws IllegalArgumentException when the values have no direction: all 0, or one not finite
     */
    public static DenseVector of(float[] values, double unrelated) {
        float greatest = 0;
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("expected finite numbers, not " + value);
            }
            greatest = Math.max(greatest, Math.abs(value));
        }
        if (greatest == 0) {
            throw new IllegalArgumentException("expected a direction, not only zeros");
        }
        byte[] bytes = new byte[values.length + 1];
        bytes[0] = (byte) Math.round(HUNDREDTHS * unrelated);
        for (int i = 0; i < values.length; i++) {
            bytes[i + 1] = (byte) Math.round(GREATEST * (double) values[i] / greatest);
        }
        return new DenseVector(bytes);
    }

    /** The vector that {@link #toBytes} wrote. */
    public static DenseVector ofBytes(byte[] bytes) {
        if (bytes.length < 2) {
            throw new IllegalArgumentException("expected at least 2 bytes, not " + bytes.length);
        }
        return new DenseVector(bytes.clone());
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    public int dimensions() {
        return bytes.length - 1;
    }

    /** Two hexadecimal digits for each dimension, as Elasticsearch takes vectors of bytes. */
    public String toHex() {
        return HexFormat.of().formatHex(bytes, 1, bytes.length);
    }

    /** The byte of a dimension, from 0. */
    public byte value(int dimension) {
        return bytes[dimension + 1];
    }

    /**
     * The cosine of the angle between both, of which what unrelated texts have is taken off: 0 for these, 1 for the same
     * direction; empty where they are of different models.
     */
    public OptionalDouble nearness(DenseVector other) {
        if (bytes.length != other.bytes.length || bytes[0] != other.bytes[0]) {
            return OptionalDouble.empty();
        }
        long product = 0;
        for (int i = 1; i < bytes.length; i++) {
            product += bytes[i] * other.bytes[i];
        }
        double cosine = product / (length * other.length);
        double unrelated = (double) bytes[0] / HUNDREDTHS;
        return OptionalDouble.of(Math.clamp((cosine - unrelated) / (1 - unrelated), 0, 1));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DenseVector vector && Arrays.equals(bytes, vector.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "DenseVector of " + dimensions();
    }
}
