package org.shuqiao.listing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.util.unit.DataSize;

/**
 * How the listing service works.
 *
 * @param defaultValidity how long a listing stays published whose owner set no end
 * @param expiryInterval how often the service looks for listings whose validity is over
 * @param expiryBatch most listings expired in one transaction
 * @param ownerTimeout how long the profile service may take to say who an owner is
 */
@ConfigurationProperties("shuqiao.listing")
public record ListingSettings(
        @DefaultValue("365d") Duration defaultValidity,
        @DefaultValue("1s") Duration expiryInterval,
        @DefaultValue("500") int expiryBatch,
        @DefaultValue("3s") Duration ownerTimeout,
        @Name("import") @DefaultValue Import imports) {

    /**
     * How bulk imports work. Memory per import is about three times {@code batchSize} plus {@code recordSize}.
     *
     * @param batch most records settled in one transaction
     * @param batchSize most bytes of records settled in one transaction
     * @param recordSize a longer record is refused
     */
    public record Import(
            @DefaultValue("500") int batch,
            @DefaultValue("2MB") DataSize batchSize,
            @DefaultValue("1MB") DataSize recordSize) {}
}
