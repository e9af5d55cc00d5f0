package org.shuqiao.search;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Keeps the indices and answers what is found in them. */
@SpringBootApplication
public class SearchIndexApplication {
    public static void main(String[] args) {
        SpringApplication.run(SearchIndexApplication.class, args);
    }
}
