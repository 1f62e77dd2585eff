package no.dataverket.server;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import no.dataverket.sentral.Sentral;
import no.dataverket.sentral.offerings.Offering;
import no.dataverket.sentral.tasks.Engine;
import no.dataverket.sentral.tasks.Saga;
import org.junit.jupiter.api.Test;

/// The walls that Maven can't keep.
final class BoundariesTest {

    private static final String ROOT = "no.dataverket.";
    private static final List<String> SERVICES = List.of("sentral", "identitet", "maskin", "nett");
    private static final List<String> CONTEXTS = List.of("tenancy", "inventory", "tasks", "audit");

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // What modules lend each other for tests comes in directories, or in jars once it is packaged.
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("no.dataverket");

    @Test
    void servicesMeetOnlyOnTheBus() {
        for (var service : SERVICES) {
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + service + "..")
                    .should()
                    .dependOnClassesThat(describe(
                            "belong to another service",
                            other -> SERVICES.stream()
                                    .filter(name -> !name.equals(service))
                                    .anyMatch(name -> isIn(other, ROOT + name))))
                    .check(PRODUCT);
        }
    }

    @Test
    void theBoundedContextsOfSentralStandOnNothingOfSentralButTenancy() {
        for (var context : CONTEXTS) {
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "sentral." + context + "..")
                    .should()
                    .dependOnClassesThat(describe(
                            "belong to another part of Sentral",
                            other -> isIn(other, ROOT + "sentral")
                                    && !isIn(other, ROOT + "sentral." + context)
                                    && !isIn(other, ROOT + "sentral.tenancy")))
                    .check(PRODUCT);
        }
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching(ROOT + "(*).(*)..").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void theContractKnowsNobody() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "contract..")
                .should()
                .dependOnClassesThat(describe(
                        "are ours and not of the contract",
                        other -> isIn(other, "no.dataverket") && !isIn(other, ROOT + "contract")))
                .check(PRODUCT);
    }

    @Test
    void driversAreChosenInTheCompositionRootOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "server..", ROOT + "maskin.runtime.libvirt..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "maskin.runtime.libvirt..")
                .check(PRODUCT);
    }

    /// The generated tests of the sagas look for offerings by name and place. Whoever brings a saga past them fails
    /// here.
    @Test
    void everySagaComesFromAnOfferingThatTheGeneratedTestsFind() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Sentral.class.getName())
                .should()
                .callMethod(Engine.class, "register", Saga.class)
                .check(PRODUCT);
        methods()
                .that()
                .haveName("sagas")
                .and()
                .areDeclaredInClassesThat()
                .implement(Offering.class)
                .should()
                .beDeclaredInClassesThat()
                .resideInAPackage(Offering.class.getPackageName())
                .andShould()
                .beDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Offering")
                .check(PRODUCT);
    }

    @Test
    void classesAreFinalUnlessTheyAreMadeToBeExtended() {
        classes()
                .that(describe(
                        "are neither abstract, sealed, interfaces nor made by the compiler",
                        (JavaClass type) -> !type.getModifiers().contains(JavaModifier.ABSTRACT)
                                && !type.isInterface()
                                && !type.isEnum()
                                && !type.isAnonymousClass()
                                && !type.getName().contains("$")
                                && !type.reflect().isSealed()
                                && !isIn(type, ROOT + "sdk")))
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(PRODUCT);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .check(PRODUCT);
    }

    @Test
    void nobodyWritesToStandardOutputButTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "cli..", ROOT + "server", ROOT + "bench..", ROOT + "sdk..")
                .should()
                .accessField(System.class, "out")
                .check(PRODUCT);
    }

    private static boolean isIn(JavaClass type, String name) {
        return type.getPackageName().equals(name) || type.getPackageName().startsWith(name + ".");
    }
}
