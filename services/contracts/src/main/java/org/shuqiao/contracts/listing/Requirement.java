package org.shuqiao.contracts.listing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.Country;
import org.shuqiao.contracts.value.Expect;
import org.shuqiao.contracts.value.InvalidValue;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.contracts.value.Text;

/**
 * Something a buyer asks for. Kinds other than {@code text} can be checked against an offer: {@code value} is then the
 * standard's name, a language tag, a country, a delivery model; {@code within-budget} has none. Kind {@code text} has a
 * text that people judge.
 */
public record Requirement(
        Kind kind, @Nullable String value, @Nullable Text text) {

    /** What is asked for. */
    public enum Kind {
        @JsonProperty("standard")
        STANDARD,
        @JsonProperty("language")
        LANGUAGE,
        @JsonProperty("data-location")
        DATA_LOCATION,
        @JsonProperty("delivery-model")
        DELIVERY_MODEL,
        @JsonProperty("within-budget")
        WITHIN_BUDGET,
        @JsonProperty("market")
        MARKET,
        @JsonProperty("text")
        TEXT
    }

    public Requirement {
        Expect.present(
                "kind", kind, "standard, language, data-location, delivery-model, within-budget, market or text");
        Expect.length("text", text, 2_000);
        switch (kind) {
            case STANDARD -> value = Expect.line("value", value, 100);
            case LANGUAGE -> value = nested(value, v -> new LanguageTag(v).value());
            case DATA_LOCATION, MARKET -> value = nested(value, v -> new Country(v).value());
            case DELIVERY_MODEL -> value = deliveryModel(value);
            case WITHIN_BUDGET -> {
                if (value != null) {
                    throw new InvalidValue("value", "no value for within-budget", value);
                }
            }
            case TEXT -> {
                Expect.present("text", text, "the requirement's text");
                if (value != null) {
                    throw new InvalidValue("value", "no value for text", value);
                }
            }
        }
    }

    private static String nested(@Nullable String value, UnaryOperator<String> check) {
        try {
            return check.apply(value == null ? "" : value);
        } catch (InvalidValue e) {
            throw new InvalidValue("value", e.expected(), e.received());
        }
    }

    private static String deliveryModel(@Nullable String value) {
        for (DeliveryModel model : DeliveryModel.values()) {
            if (wireName(model).equals(value)) {
                return wireName(model);
            }
        }
        throw new InvalidValue("value", "a delivery model such as SaaS, project or managed-service", value);
    }

    /** The delivery model's name in JSON. */
    public static String wireName(DeliveryModel model) {
        return model == DeliveryModel.MANAGED_SERVICE ? "managed-service" : model.name();
    }
}
