package org.shuqiao.search.fact;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.profile.Organization;
import org.shuqiao.contracts.profile.OrganizationView.Verification;
import org.shuqiao.contracts.profile.TrackRecord;
import org.shuqiao.search.place.Place;

/**
 * What counts about the organization behind an offer or a demand, as of a version of its profile.
 *
 * @param version of the organization; 0 when nothing is known of it yet
 * @param country ISO 3166-1 alpha-2
 * @param city UN/LOCODE
 * @param size its class of head counts, as {@code 50-249}
 * @param languages primary language tags
 * @param markets countries
 * @param deals how many deliveries its track record has
 * @param lastDeal the date of the latest of them
 * @param names all it is called by, in their compared form
 * @param customers by falling number of deliveries
 * @param joined when it was registered here
 * @param works what it has delivered, the latest first
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record Party(
        long version,
        @Nullable String country,
        @Nullable String city,
        @Nullable String zone,
        @Nullable String size,
        @Nullable Verification verification,
        List<String> languages,
        List<Held> certificates,
        List<String> markets,
        int deals,
        @Nullable LocalDate lastDeal,
        List<String> names,
        List<Customer> customers,
        @Nullable Instant joined,
        Works works) {
    /** The customers kept: those with most deliveries. */
    private static final int MOST_CUSTOMERS = 50;

    /**
     * Whom an organization has delivered to.
     *
     * @param name in its compared form
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public record Customer(String name, int deals) {}

    /** An organization nothing is known of yet. */
    public static final Party UNKNOWN = new Party(
            0,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            0,
            null,
            List.of(),
            List.of(),
            null,
            Works.NONE);

    public Party {
        languages = Lists.orEmpty(languages);
        certificates = Lists.orEmpty(certificates);
        markets = Lists.orEmpty(markets);
        names = Lists.orEmpty(names);
        customers = Lists.orEmpty(customers);
        works = Objects.requireNonNullElse(works, Works.NONE);
    }

    /** Where it is, as far as it is known. */
    public Place where() {
        return new Place(country, city);
    }

    /** What {@code organization} is called, in compared form. */
    public static List<String> namesOf(Organization organization) {
        return Stream.of(organization.legalName(), organization.tradeName())
                .filter(Objects::nonNull)
                .flatMap(name -> name.values().values().stream())
                .map(translation -> PartyName.compared(translation.value()))
                .distinct()
                .toList();
    }

    /** The customers of the track record. */
    public static List<Customer> customersOf(Organization organization) {
        Map<String, Integer> deals = new TreeMap<>();
        for (TrackRecord delivered : organization.trackRecord()) {
            String buyer = delivered.buyer();
            if (buyer != null) {
                deals.merge(PartyName.compared(buyer), 1, Integer::sum);
            }
        }
        return deals.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_CUSTOMERS)
                .map(customer -> new Customer(customer.getKey(), customer.getValue()))
                .toList();
    }

    /** Whether one of the {@link #customers} is an organization of one of these names. */
    public boolean isCustomer(int position, List<String> buyers) {
        return position >= 0
                && position < customers.size()
                && buyers.contains(customers.get(position).name());
    }

    /** How many deliveries to an organization of one of these names the track record shows. */
    public int dealsWith(List<String> buyers) {
        int most = 0;
        for (Customer customer : customers) {
            if (customer.deals() > most && buyers.contains(customer.name())) {
                most = customer.deals();
            }
        }
        return most;
    }
}
