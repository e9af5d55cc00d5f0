package org.shuqiao.search.evaluate;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.listing.Demand;
import org.shuqiao.contracts.listing.DemandView;
import org.shuqiao.contracts.listing.ListingStatus;
import org.shuqiao.contracts.listing.Offer;
import org.shuqiao.contracts.listing.OfferView;
import org.shuqiao.contracts.profile.Organization;
import org.shuqiao.contracts.profile.OrganizationView;
import org.shuqiao.contracts.profile.OrganizationView.Verification;
import org.shuqiao.contracts.profile.TrackRecord;
import org.shuqiao.contracts.value.Country;
import org.shuqiao.contracts.value.Identifier;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.contracts.value.Money;
import org.shuqiao.contracts.value.OrganizationReference;
import org.shuqiao.contracts.value.Text;
import org.shuqiao.contracts.value.UnLocode;
import org.shuqiao.search.evaluate.TestSet.Entry;
import tools.jackson.databind.JsonNode;

/**
 * Entries of a test set as the services would tell of them: a document is an offer of a provider of its own, a query a
 * demand of a buyer of its own. Only what the entry says is said; a value the field's rules refuse is left out.
 */
final class Views {
    private static final int TITLE = 300;
    private static final int TEXT = 20_000;
    private static final int DEALS = 1_000;
    private static final Pattern SENTENCE = Pattern.compile("^.{1,300}?(?:[.!?](?=\\s)|[。！？]|$)");

    private final Instant now;

    Views(Instant now) {
        this.now = now;
    }

    static UUID id(String what, String id) {
        return UUID.nameUUIDFromBytes((what + ":" + id).getBytes(StandardCharsets.UTF_8));
    }

    /** Named in the metadata, else by the title: most sets have a firm as a document. */
    OrganizationView provider(Entry document) {
        String name = document.metadata().path("provider").asString("");
        if (name.isBlank()) {
            name = document.title().isEmpty() ? document.id() : document.title();
        }
        return organization(document, "provider", name, Organization.Role.provider);
    }

    OrganizationView buyer(Entry query) {
        String name = query.metadata().path("buyer").asString("");
        return organization(query, "buyer", name.isBlank() ? "Buyer " + query.id() : name, Organization.Role.buyer);
    }

    OfferView offer(Entry document) {
        UUID provider = id("provider", document.id());
        LanguageTag language = language(document);
        String text = document.text().isEmpty() ? document.title() : document.text();
        Offer offer = new Offer(
                document.id(),
                OrganizationReference.of(provider),
                text(language, document.title().isEmpty() ? firstSentence(text) : document.title(), TITLE),
                text(language, text, TEXT),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null);
        return new OfferView(
                id("offer", document.id()), provider, 1, ListingStatus.published, now, now, now, null, offer);
    }

    DemandView demand(Entry query) {
        UUID buyer = id("buyer", query.id());
        LanguageTag language = language(query);
        String title = query.title().isEmpty() ? firstSentence(query.text()) : query.title();
        String text = query.text().isEmpty() ? query.title() : query.text();
        Country country = valid(query, "country", Country::new);
        Demand demand = new Demand(
                query.id(),
                OrganizationReference.of(buyer),
                Demand.Kind.purchase,
                text(language, title, TITLE),
                text(language, text, TEXT),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                country == null ? null : new Demand.Place(country, null),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return new DemandView(id("demand", query.id()), buyer, 1, ListingStatus.published, now, now, now, null, demand);
    }

    /** A demand's title is its first sentence, or as much of it as a title may have. */
    static String firstSentence(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        Matcher sentence = SENTENCE.matcher(line);
        return sentence.find() ? sentence.group() : cut(line, TITLE);
    }

    private OrganizationView organization(Entry entry, String what, String name, Organization.Role role) {
        Organization organization = new Organization(
                text(language(entry), name, TITLE),
                null,
                null,
                List.of(Identifier.of("TEST-SET", entry.id().isBlank() ? "-" : cut(entry.id(), 100))),
                List.of(role),
                null,
                null,
                null,
                null,
                valid(entry, "city", UnLocode::new),
                valid(entry, "country", Country::new),
                null,
                List.of(),
                List.of(),
                List.of(),
                trackRecord(entry.metadata().path("trackRecord")),
                List.of());
        return new OrganizationView(id(what, entry.id()), 1, Verification.none, now, now, organization);
    }

    private static List<TrackRecord> trackRecord(JsonNode deals) {
        List<TrackRecord> record = new ArrayList<>();
        for (JsonNode deal : deals.values()) {
            String title = deal.path("title").asString("").strip();
            if (!title.isEmpty() && record.size() < DEALS) {
                String buyer = deal.path("buyer").asString("").strip();
                record.add(new TrackRecord(
                        buyer.isEmpty() ? null : cut(buyer, 300), date(deal), amount(deal), cut(title, 1_000)));
            }
        }
        return record;
    }

    private static @Nullable LocalDate date(JsonNode deal) {
        try {
            return LocalDate.parse(deal.path("date").asString(""));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable Money amount(JsonNode deal) {
        try {
            BigDecimal amount = deal.path("amount").decimalValue();
            return new Money(amount, Currency.getInstance(deal.path("currency").asString("")));
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static LanguageTag language(Entry entry) {
        LanguageTag language = valid(entry, "language", LanguageTag::new);
        return language == null ? LanguageTag.UNDETERMINED : language;
    }

    private static <T> @Nullable T valid(Entry entry, String field, Function<String, T> read) {
        JsonNode value = entry.metadata().path(field);
        try {
            return value.isString() ? read.apply(value.asString()) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Text text(LanguageTag language, String value, int most) {
        return Text.of(language, cut(value.isBlank() ? "-" : value, most));
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
