package org.shuqiao.contracts.listing;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of partner a provider looks for. */
public enum Partnership {
    customer,
    reseller,
    @JsonProperty("joint-development")
    JOINT_DEVELOPMENT,
    licensee,
    investor
}
