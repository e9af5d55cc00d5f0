package org.shuqiao.profile;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Runs the profile service, configured by {@code profile.yaml} and the environment. */
@SpringBootApplication
public class ProfileApplication {
    public static void main(String[] args) {
        System.setProperty("spring.config.name", "profile");
        SpringApplication.run(ProfileApplication.class, args);
    }
}
