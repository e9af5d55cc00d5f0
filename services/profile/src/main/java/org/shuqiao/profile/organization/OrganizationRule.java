package org.shuqiao.profile.organization;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shuqiao.contracts.profile.Organization;
import org.shuqiao.contracts.profile.Organization.Role;
import org.shuqiao.contracts.value.Country;
import org.shuqiao.contracts.value.Identifier;
import org.shuqiao.contracts.value.InvalidValue;
import org.shuqiao.profile.place.Cities;
import org.shuqiao.profile.place.Zones;

/**
 * What must hold of an organization beyond the form of its fields. Each rule throws {@link InvalidValue} that names the
 * field.
 */
enum OrganizationRule {
    /** Whoever is more than a buyer names itself by at least one identifier. */
    IS_IDENTIFIED {
        @Override
        void check(Organization organization, Cities cities, Zones zones) {
            if (organization.identifiers().isEmpty()
                    && !organization.roles().stream().allMatch(Role.buyer::equals)) {
                throw new InvalidValue(
                        "identifiers", "at least one identifier of an organization that is more than a buyer", null);
            }
        }
    },

    /** An identifier, and a role, is said once. */
    REPEATS_NOTHING {
        @Override
        void check(Organization organization, Cities cities, Zones zones) {
            Set<String> seen = new HashSet<>();
            List<Identifier> identifiers = organization.identifiers();
            for (int i = 0; i < identifiers.size(); i++) {
                if (!seen.add(identifiers.get(i).toString())) {
                    throw new InvalidValue("identifiers[" + i + "]", "each identifier once", identifiers.get(i));
                }
            }
            Set<Role> roles = new HashSet<>();
            for (int i = 0; i < organization.roles().size(); i++) {
                if (!roles.add(organization.roles().get(i))) {
                    throw new InvalidValue(
                            "roles[" + i + "]",
                            "each role once",
                            organization.roles().get(i));
                }
            }
        }
    },

    /** The zone is one that the plan names. */
    ZONE_IS_KNOWN {
        @Override
        void check(Organization organization, Cities cities, Zones zones) {
            String zone = organization.zone();
            if (zone != null && !zones.ids().contains(zone)) {
                throw new InvalidValue("zone", "one of " + String.join(", ", zones.ids()), zone);
            }
        }
    },

    /** Zones lie in Shanghai: who names one names no place elsewhere. */
    ZONE_IS_IN_SHANGHAI {
        @Override
        void check(Organization organization, Cities cities, Zones zones) {
            if (organization.zone() == null) {
                return;
            }
            if (organization.city() != null && !cities.isHome(organization.city())) {
                throw new InvalidValue("city", "Shanghai, CNSHA, since a zone is given", organization.city());
            }
            if (organization.country() != null && !organization.country().equals(CHINA)) {
                throw new InvalidValue("country", "CN, since a zone is given", organization.country());
            }
        }
    };

    private static final Country CHINA = new Country("CN");

    abstract void check(Organization organization, Cities cities, Zones zones);
}
