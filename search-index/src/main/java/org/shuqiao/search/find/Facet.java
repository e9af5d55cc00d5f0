package org.shuqiao.search.find;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.shuqiao.contracts.listing.Area;
import org.shuqiao.contracts.listing.DeliveryModel;
import org.shuqiao.contracts.listing.Demand;
import org.shuqiao.contracts.listing.Requirement;
import org.shuqiao.contracts.value.Country;
import org.shuqiao.contracts.value.Expect;
import org.shuqiao.contracts.value.InvalidValue;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.contracts.value.UnLocode;
import org.shuqiao.search.index.Kind;
import org.shuqiao.understanding.standard.StandardName;

/**
 * A field by whose values hits are counted and chosen. Several chosen values of one facet mean any of them; values of
 * different facets must all hold. A facet's own choice does not narrow its own counts.
 */
enum Facet {
    AREA("area", "area", Facet::area),
    CONCEPT("concept", "about", Facet::concept),
    DELIVERY_MODEL("deliveryModel", "deliveryModel", Facet::deliveryModel),
    LANGUAGES("languages", "languages", v -> new LanguageTag(v).primary()),
    WRITTEN_IN("writtenIn", "writtenIn", v -> new LanguageTag(v).primary()),
    STANDARD("standard", "standards", v -> StandardName.normalized(Expect.line("", v, 100))),
    DATA_LOCATION("dataLocation", "dataLocations", v -> new Country(v).value()),
    COUNTRY("country", "country", v -> new Country(v).value()),
    CITY("city", "city", v -> new UnLocode(v).value()),
    ZONE("zone", "zone", v -> Expect.line("", v, 40)),
    KIND("kind", "kind", Facet::kind);

    private final String parameter;
    private final String field;
    private final UnaryOperator<String> check;

    Facet(String parameter, String field, UnaryOperator<String> check) {
        this.parameter = parameter;
        this.field = field;
        this.check = check;
    }

    /** Name of the request's parameter and of the counts in the answer. */
    String parameter() {
        return parameter;
    }

    /** Name in the index. */
    String field() {
        return field;
    }

    /** {@code value} as the index has it. */
    String checked(String value) {
        try {
            return check.apply(value);
        } catch (InvalidValue e) {
            throw new InvalidValue(parameter, e.expected(), value);
        }
    }

    static List<Facet> of(Kind kind) {
        return Arrays.stream(values())
                .filter(facet -> kind == Kind.OFFERS ? facet != KIND : facet != ZONE)
                .toList();
    }

    /** Whether there is such a concept the thesaurus says. */
    private static String concept(String value) {
        return Expect.line("", value, 100);
    }

    private static String area(String value) {
        for (Area area : Area.values()) {
            if (area.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(value)) {
                return value;
            }
        }
        throw new InvalidValue(
                "", "cloud-services, digital-content, digital-services or cross-border-ecommerce", value);
    }

    private static String deliveryModel(String value) {
        for (DeliveryModel model : DeliveryModel.values()) {
            if (Requirement.wireName(model).equals(value)) {
                return value;
            }
        }
        throw new InvalidValue("", "a delivery model such as SaaS, project or managed-service", value);
    }

    private static String kind(String value) {
        for (Demand.Kind kind : Demand.Kind.values()) {
            if (kind.name().equals(value)) {
                return value;
            }
        }
        throw new InvalidValue("", "purchase, licence, partnership or outsourcing", value);
    }
}
