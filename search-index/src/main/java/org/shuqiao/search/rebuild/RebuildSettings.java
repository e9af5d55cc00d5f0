package org.shuqiao.search.rebuild;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the indices are rebuilt.
 *
 * @param onStart whether indices that are missing or incomplete are rebuilt without being asked
 * @param check how often it is looked whether they are
 * @param page how many views are asked of a service at a time, 1 to 1000
 * @param parallel pages written at the same time, per kind
 * @param feedTimeout how long a service may take for a page
 * @param nearEnough how many events may be behind when the aliases are switched
 * @param patience how long the whole may take
 */
@ConfigurationProperties("shuqiao.search.rebuild")
record RebuildSettings(
        @DefaultValue("true") boolean onStart,
        @DefaultValue("5s") Duration check,
        @DefaultValue("500") int page,
        @DefaultValue("2") int parallel,
        @DefaultValue("30s") Duration feedTimeout,
        @DefaultValue("100") long nearEnough,
        @DefaultValue("6h") Duration patience) {

    /** Where the services are. */
    @ConfigurationProperties("shuqiao.services")
    record Services(Service profile, Service listing) {
        record Service(URI url) {}
    }
}
