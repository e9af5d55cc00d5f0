package org.shuqiao.contracts.listing;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a service reaches its user. */
public enum DeliveryModel {
    IaaS,
    PaaS,
    SaaS,
    BPaaS,
    DaaS,
    UCaaS,
    SECaaS,
    AIaaS,
    licence,
    project,
    @JsonProperty("managed-service")
    MANAGED_SERVICE
}
