package org.shuqiao.audit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.shuqiao.testkit.ArchitectureContract;
import org.shuqiao.testkit.Technology;

class ArchitectureTest extends ArchitectureContract {
    private static final DescribedPredicate<JavaClass> VERIFIER =
            resideInAPackage("org.shuqiao.audit.chain").or(nameMatching("org\\.shuqiao\\.audit\\.Verify(\\$.*)?"));

    ArchitectureTest() {
        super("audit", EnumSet.of(Technology.POSTGRES));
    }

    @Test
    void theVerifierNeedsNothingButJackson() {
        classes()
                .that(VERIFIER)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "java..",
                                "tools.jackson..",
                                "com.fasterxml.jackson.annotation..",
                                "org.jspecify.annotations..")
                        .or(VERIFIER))
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.shuqiao.audit"));
    }
}
