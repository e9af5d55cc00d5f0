package org.shuqiao.identity;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.shuqiao.testkit.ArchitectureContract;
import org.shuqiao.testkit.Technology;

class ArchitectureTest extends ArchitectureContract {
    private static final JavaClasses TYPES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.shuqiao.identity");

    ArchitectureTest() {
        super("identity", EnumSet.noneOf(Technology.class));
    }

    /** The rule of the contract, for the drivers of a servlet service; {@code HashedTokens} is a mapper of rows. */
    @Test
    void jdbcLivesOnlyInTypesNamedAfterPostgres() {
        onlyIn("org.springframework.jdbc", "Postgres|HashedTokens|TokenConfiguration");
    }

    @Test
    void smtpLivesOnlyInTypesNamedAfterIt() {
        onlyIn("org.springframework.mail", "Smtp");
    }

    private static void onlyIn(String technology, String prefixes) {
        classes()
                .that()
                .areTopLevelClasses()
                .and(DescribedPredicate.describe("use " + technology, type -> uses(type, technology)))
                .should()
                .haveNameMatching(".*\\.(" + prefixes + ")[^.]*")
                .allowEmptyShould(false)
                .check(TYPES);
    }

    private static boolean uses(JavaClass type, String technology) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency ->
                        (dependency.getTargetClass().getPackageName() + ".").startsWith(technology + "."));
    }
}
