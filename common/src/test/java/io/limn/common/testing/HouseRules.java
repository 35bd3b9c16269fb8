package io.limn.common.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** How the code of a module is laid out; each module extends it in its root package. */
public abstract class HouseRules {
    private static final String COMMON = "io.limn.common";

    private final String root = getClass().getPackageName();
    private final JavaClasses module = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/common/testing/"))
            .importPackages(root);

    @Test
    void aModuleKnowsItselfAndCommonOnly() {
        check(noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.limn..").and(not(resideInAnyPackage(root + "..", COMMON + "..")))));
    }

    @Test
    void packagesAreCapabilitiesNotLayers() {
        check(noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..",
                        "..utils..",
                        "..helper..",
                        "..dto..",
                        "..impl..",
                        "..controller..",
                        "..repository..",
                        "..entity..",
                        "..model.."));
    }

    @Test
    void entitiesStayInTheirPackage() {
        check(methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .should(new ReturnNoEntities()));
    }

    @Test
    void resourcesAreBuiltByTheirConstructor() {
        check(fields().that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .should()
                .beFinal());
        check(noFields().should().beAnnotatedWith(Inject.class));
        check(noFields().should().beAnnotatedWith(ConfigProperty.class));
    }

    @Test
    void nothingIsWrittenToTheConsole() {
        check(noClasses().should().accessField(System.class, "out"));
        check(noClasses().should().accessField(System.class, "err"));
    }

    private void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(module);
    }
}
