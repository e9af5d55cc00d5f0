package org.shuqiao.contracts.profile;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A city's standing: home, in the digital cooperation alliance, a candidate for it, or a sister city of Shanghai. */
public enum CityStatus {
    @JsonProperty("home")
    HOME,
    @JsonProperty("member")
    MEMBER,
    @JsonProperty("candidate")
    CANDIDATE,
    @JsonProperty("sister-city")
    SISTER_CITY
}
