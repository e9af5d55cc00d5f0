package org.shuqiao.contracts.profile;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.Certificate;
import org.shuqiao.contracts.value.Country;
import org.shuqiao.contracts.value.Expect;
import org.shuqiao.contracts.value.Identifier;
import org.shuqiao.contracts.value.InvalidValue;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.contracts.value.Text;
import org.shuqiao.contracts.value.UnLocode;

/**
 * What an organization says of itself. At least one role and, for a role other than buyer, one identifier. {@code size}
 * is a class of head counts, {@code founded} a year, {@code markets} the countries it sells to or buys for.
 */
public record Organization(
        Text legalName,
        @Nullable Text tradeName,
        @Nullable String legalForm,
        List<Identifier> identifiers,
        List<Role> roles,
        @Nullable String size,
        @Nullable Integer founded,
        @Nullable String website,
        @Nullable String address,
        @Nullable UnLocode city,
        @Nullable Country country,
        @Nullable String zone,
        List<Country> markets,
        List<LanguageTag> languages,
        List<Certificate> certificates,
        List<TrackRecord> trackRecord,
        List<String> memberships) {

    /** What an organization is on the market. */
    public enum Role {
        provider,
        buyer,
        agency,
        embassy,
        mediator,
        operator
    }

    private static final Set<String> SIZES = Set.of("1-9", "10-49", "50-249", "250-999", "1000+");
    private static final Pattern WEBSITE = Pattern.compile("https?://[^\\s/?#]+([/?#]\\S*)?");
    private static final Pattern ZONE = Pattern.compile("[a-z][a-z-]{1,39}");

    public Organization {
        Expect.present("legalName", legalName, "the legal name");
        Expect.length("legalName", legalName, 300);
        Expect.length("tradeName", tradeName, 300);
        legalForm = Expect.optionalLine("legalForm", legalForm, 100);
        identifiers = Expect.list("identifiers", identifiers);
        roles = Expect.list("roles", roles);
        if (roles.isEmpty()) {
            throw new InvalidValue(
                    "roles", "at least one of provider, buyer, agency, embassy, mediator, operator", null);
        }
        if (size != null && !SIZES.contains(size)) {
            throw new InvalidValue("size", "one of 1-9, 10-49, 50-249, 250-999, 1000+", size);
        }
        founded = Expect.range("founded", founded, 1000, 2200);
        website = Expect.optionalLine("website", website, 500);
        if (website != null) {
            Expect.matching("website", website, WEBSITE, "an address beginning with https:// or http://");
        }
        address = Expect.optionalLine("address", address, 500);
        if (city != null && country != null && !city.country().equals(country)) {
            throw new InvalidValue("country", "the country of the city " + city, country);
        }
        country = country == null && city != null ? city.country() : country;
        if (zone != null) {
            Expect.matching("zone", zone, ZONE, "a zone such as hongqiao");
        }
        markets = Expect.list("markets", markets);
        languages = Expect.list("languages", languages);
        certificates = Expect.list("certificates", certificates);
        trackRecord = Expect.list("trackRecord", trackRecord, 1_000);
        memberships = Expect.list("memberships", memberships);
        for (int i = 0; i < memberships.size(); i++) {
            Expect.line("memberships[" + i + "]", memberships.get(i), 200);
        }
    }
}
