package org.shuqiao.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every service keeps of the architecture. A rule that finds nothing to hold to the rule fails, so that a renamed
 * package cannot silence it. Extend it in the module's top test package.
 */
public abstract class ArchitectureContract {
    private static final List<String> SERVICES = List.of("profile", "identity", "listing", "search", "gateway");

    private final String service;
    private final Set<Technology> technologies;
    private final JavaClasses classes;

    /**
     * @param service the package below {@code org.shuqiao}
     * @param technologies those the service uses, so that each rule has something to hold
     */
    protected ArchitectureContract(String service, Set<Technology> technologies) {
        this.service = service;
        this.technologies = technologies;
        this.classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.shuqiao." + service);
    }

    @TestFactory
    List<DynamicTest> technologyLivesOnlyInTypesNamedAfterIt() {
        return technologies.stream()
                .sorted()
                .map(technology -> DynamicTest.dynamicTest(technology.name(), () -> onlyInTypesNamedAfter(technology)))
                .toList();
    }

    private void onlyInTypesNamedAfter(Technology technology) {
        check(classes()
                .that()
                .areTopLevelClasses()
                .and(DescribedPredicate.describe(
                        "use " + technology,
                        type -> type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(dependency -> isIn(dependency.getTargetClass(), technology))))
                .should()
                .haveSimpleNameStartingWith(technology.prefix()));
    }

    private static boolean isIn(JavaClass type, Technology technology) {
        for (String packages : technology.packages()) {
            String prefix = packages.substring(0, packages.length() - 2);
            if (type.getPackageName().equals(prefix) || type.getPackageName().startsWith(prefix + ".")) {
                return true;
            }
        }
        return false;
    }

    @Test
    void nobodyBlocksNorSubscribes() {
        check(noClasses()
                .that()
                .doNotImplement("org.springframework.context.SmartLifecycle")
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "it blocks or subscribes", ArchitectureContract::blocksOrSubscribes)));
    }

    private static boolean blocksOrSubscribes(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        String method = call.getName();
        boolean pipeline = owner.startsWith("reactor.core.publisher.");
        boolean waits = method.startsWith("block") || method.equals("subscribe") || method.equals("toIterable");
        return (pipeline && waits) || (owner.equals("java.lang.Thread") && method.equals("sleep"));
    }

    @Test
    void packagesAreFeaturesNotLayers() {
        check(noClasses()
                .should()
                .resideInAnyPackage(
                        "..controller..",
                        "..service..",
                        "..repository..",
                        "..dto..",
                        "..util..",
                        "..utils..",
                        "..common..",
                        "..core.."));
    }

    @Test
    void nothingIsCalledImpl() {
        check(noClasses()
                .that(DescribedPredicate.describe(
                        "are written by people",
                        type -> type.getInterfaces().stream()
                                .noneMatch(parent -> parent.toErasure().isAnnotatedWith("org.mapstruct.Mapper"))))
                .should()
                .haveSimpleNameEndingWith("Impl"));
    }

    @Test
    void noServiceKnowsAnother() {
        String[] others = SERVICES.stream()
                .filter(other -> !other.equals(service))
                .map(other -> "org.shuqiao." + other + "..")
                .toArray(String[]::new);
        check(noClasses().should().dependOnClassesThat().resideInAnyPackage(others));
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatItIs() {
        Set<String> unmarked = new TreeSet<>();
        Set<String> packages = new TreeSet<>();
        for (JavaClass type : classes) {
            JavaPackage in = type.getPackage();
            packages.add(in.getName());
            if (!in.isAnnotatedWith(NullMarked.class)) {
                unmarked.add(in.getName());
            }
        }
        Assertions.assertThat(packages).as("packages found").isNotEmpty();
        Assertions.assertThat(unmarked).as("packages without @NullMarked").isEmpty();
    }

    private void check(ArchRule rule) {
        rule.allowEmptyShould(false).check(classes);
    }
}
