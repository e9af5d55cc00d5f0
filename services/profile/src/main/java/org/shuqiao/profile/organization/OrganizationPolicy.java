package org.shuqiao.profile.organization;

import java.util.ArrayList;
import java.util.List;
import org.shuqiao.contracts.profile.Organization;
import org.shuqiao.contracts.value.Identifier;
import org.shuqiao.contracts.value.InvalidValue;
import org.shuqiao.profile.identifier.CheckedIdentifier;
import org.shuqiao.profile.place.Cities;
import org.shuqiao.profile.place.Zones;
import org.springframework.stereotype.Component;

/** Lets in what keeps every {@link OrganizationRule}, with its identifiers checked and in canonical form. */
@Component
class OrganizationPolicy {
    private final Cities cities;
    private final Zones zones;

    OrganizationPolicy(Cities cities, Zones zones) {
        this.cities = cities;
        this.zones = zones;
    }

    /**
     * What is kept of {@code said}.
     *
     * @throws InvalidValue naming the field that breaks a rule
     */
    Organization admit(Organization said) {
        List<Identifier> identifiers = new ArrayList<>();
        for (int i = 0; i < said.identifiers().size(); i++) {
            identifiers.add(checked("identifiers[" + i + "]", said.identifiers().get(i)));
        }
        Organization organization = withIdentifiers(said, identifiers);
        for (OrganizationRule rule : OrganizationRule.values()) {
            rule.check(organization, cities, zones);
        }
        return organization;
    }

    /** {@code given} in canonical form; the refusal names {@code field}. */
    static Identifier checked(String field, Identifier given) {
        try {
            return CheckedIdentifier.of(given);
        } catch (InvalidValue e) {
            throw new InvalidValue(field + "." + e.field(), e.expected(), e.received());
        }
    }

    private static Organization withIdentifiers(Organization said, List<Identifier> identifiers) {
        return new Organization(
                said.legalName(),
                said.tradeName(),
                said.legalForm(),
                identifiers,
                said.roles(),
                said.size(),
                said.founded(),
                said.website(),
                said.address(),
                said.city(),
                said.country(),
                said.zone(),
                said.markets(),
                said.languages(),
                said.certificates(),
                said.trackRecord(),
                said.memberships());
    }
}
