package org.hikeshi.system.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class HouseRulesTest {
    private static JavaClasses house;

    @BeforeAll
    static void readTheHouse() {
        house = House.classes();
    }

    private static String in(String module) {
        return "org.hikeshi." + module + "..";
    }

    @TestFactory
    Stream<DynamicTest> rules() {
        return Stream.of(
                        servicesDoNotKnowEachOther(),
                        standsAlone("events"),
                        standsAlone("policy"),
                        standsAlone("trust"),
                        standsAlone("parts"),
                        onlyTrustBelow("web"),
                        onlyTrustBelow("mail"),
                        onlyTrustBelow("messaging"),
                        casefileStandsBelowTheServices(),
                        eventsKnowNoFramework(),
                        mechanismCoreKnowsNoFramework(),
                        jdbcStaysInFewPlaces(),
                        timeIsInjected(),
                        namesOfTheField(),
                        noXml(),
                        noJavaSerialization())
                .map(
                        rule ->
                                DynamicTest.dynamicTest(
                                        rule.getDescription(), () -> rule.check(house)));
    }

    private static ArchRule servicesDoNotKnowEachOther() {
        return slices().matching("org.hikeshi.(intake|triage|release|disclosure|notifier)..")
                .should()
                .notDependOnEachOther()
                .because("services share facts by events, never code or data");
    }

    private static ArchRule standsAlone(String module) {
        return noClasses()
                .that()
                .resideInAPackage(in(module))
                .should()
                .dependOnClassesThat(
                        com.tngtech.archunit.base.DescribedPredicate.describe(
                                "are ours but not in " + module,
                                type ->
                                        type.getPackageName().startsWith("org.hikeshi.")
                                                && !inModule(type.getPackageName(), module)))
                .because(module + " is a foundation: it must be readable and testable alone");
    }

    private static ArchRule onlyTrustBelow(String module) {
        return noClasses()
                .that()
                .resideInAPackage(in(module))
                .should()
                .dependOnClassesThat(
                        com.tngtech.archunit.base.DescribedPredicate.describe(
                                "are ours but neither in " + module + " nor in trust",
                                type ->
                                        type.getPackageName().startsWith("org.hikeshi.")
                                                && !inModule(type.getPackageName(), module)
                                                && !inModule(type.getPackageName(), "trust")))
                .because(module + " serves every service and may know no word of the domain");
    }

    private static ArchRule casefileStandsBelowTheServices() {
        return noClasses()
                .that()
                .resideInAPackage(in("casefile"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        in("intake"),
                        in("triage"),
                        in("release"),
                        in("disclosure"),
                        in("notifier"),
                        in("mail"),
                        in("parts"),
                        in("launcher"))
                .because("it keeps what every service needs of a case and nothing of one of them");
    }

    private static boolean inModule(String name, String module) {
        return name.equals("org.hikeshi." + module)
                || name.startsWith("org.hikeshi." + module + ".");
    }

    private static ArchRule eventsKnowNoFramework() {
        return noClasses()
                .that()
                .resideInAnyPackage(in("events"), in("policy"), in("trust"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta..", "org.apache.kafka..", "io.vertx..")
                .because("the contract must outlive the framework that carries it");
    }

    private static ArchRule mechanismCoreKnowsNoFramework() {
        return noClasses()
                .that()
                .resideInAPackage("org.hikeshi.messaging")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta..")
                .because("the delivery guarantees are tested without a container around them");
    }

    private static ArchRule jdbcStaysInFewPlaces() {
        return noClasses()
                .that()
                .resideInAnyPackage(in("triage"), in("release"), in("disclosure"), in("web"))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.sql.PreparedStatement")
                .because(
                        "services keep their rows with Panache; JDBC is for the mechanism and the intake insert");
    }

    private static ArchRule timeIsInjected() {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        in("policy"),
                        in("events"),
                        in("intake"),
                        in("triage"),
                        in("release"),
                        in("disclosure"),
                        in("notifier"),
                        "org.hikeshi.messaging")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(java.time.ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("clocks are promises: a test must be able to say what time it is");
    }

    private static ArchRule namesOfTheField() {
        return classes()
                .should(
                        com.tngtech.archunit.lang.conditions.ArchConditions.haveNameMatching(
                                "(?!.*(Manager|Helper|Util|Utils|Impl|Dto|Data)(\\$.*)?$).*"))
                .because("names come from coordinated disclosure, not from patterns of code");
    }

    private static ArchRule noXml() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.xml..", "org.w3c.dom..", "org.xml.sax..")
                .because("no XML parser ever meets what an outsider sent");
    }

    private static ArchRule noJavaSerialization() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .because("bytes from outside are parsed, never deserialised");
    }
}
