package org.shuqiao.contracts.listing;

import com.fasterxml.jackson.annotation.JsonProperty;

/** When and where a provider helps its users. */
public enum SupportLevel {
    @JsonProperty("business-hours")
    BUSINESS_HOURS,
    @JsonProperty("24x7")
    AROUND_THE_CLOCK,
    @JsonProperty("on-site")
    ON_SITE
}
