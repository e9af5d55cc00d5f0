package org.shuqiao.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The shape of this module; a rule that matches nothing fails. */
@AnalyzeClasses(packages = "org.shuqiao.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule FEATURES_DO_NOT_DEPEND_ON_EACH_OTHER_IN_CIRCLES =
            slices().matching("org.shuqiao.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule REDIS_STAYS_IN_TYPES_NAMED_AFTER_IT = noClasses()
            .that()
            .haveSimpleNameNotContaining("Redis")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.data.redis..", "io.lettuce..");

    @ArchTest
    static final ArchRule THE_BREAKER_LIBRARY_STAYS_IN_ITS_TYPE = noClasses()
            .that()
            .haveSimpleNameNotContaining("Breaker")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.github.resilience4j..");

    @ArchTest
    static final ArchRule NOBODY_BLOCKS = noClasses()
            .should()
            .callMethod(reactor.core.publisher.Mono.class, "block")
            .orShould()
            .callMethod(reactor.core.publisher.Mono.class, "block", java.time.Duration.class)
            .orShould()
            .callMethod(reactor.core.publisher.Flux.class, "blockLast")
            .orShould()
            .callMethod(reactor.core.publisher.Flux.class, "toIterable")
            .orShould()
            .callMethod(reactor.core.publisher.Mono.class, "subscribe");

    @ArchTest
    static final ArchRule EVERY_FILTER_HAS_ITS_PLACE = classes()
            .that()
            .implement(org.springframework.web.server.WebFilter.class)
            .should()
            .implement(org.springframework.core.Ordered.class);
}
