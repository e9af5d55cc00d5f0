package org.shuqiao.contracts.listing;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The four areas of digital trade the plan names. */
public enum Area {
    @JsonProperty("cloud-services")
    CLOUD_SERVICES,
    @JsonProperty("digital-content")
    DIGITAL_CONTENT,
    @JsonProperty("digital-services")
    DIGITAL_SERVICES,
    @JsonProperty("cross-border-ecommerce")
    CROSS_BORDER_ECOMMERCE
}
