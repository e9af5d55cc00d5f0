package org.shuqiao.listing;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Runs the listing service, configured by {@code listing.yaml} and the environment. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ListingApplication {
    public static void main(String[] args) {
        System.setProperty("spring.config.name", "listing");
        SpringApplication.run(ListingApplication.class, args);
    }
}
