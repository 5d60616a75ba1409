package org.hikeshi.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hikeshi.system.house.House;
import org.hikeshi.system.kubernetes.ServiceCalls;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every endpoint says for whom it is, and the page of the documentation says the same. */
class AccessTableTest {
    /**
     * Relations that name a case or hold only what somebody may see of cases: never without a role.
     */
    private static final Set<String> FOR_STAFF =
            Set.of("DESK", "PRODUCT", "CASES_SEEN", "CASE", "EMERGENCY", "CASE_PRODUCT", "MAIL");

    private static JavaClasses house;
    private static AccessTable table;

    @BeforeAll
    static void reads() {
        house = AccessTable.answering();
        table = AccessTable.of(house);
    }

    @Test
    void everyMethodSaysForWhomItIs() {
        assertThat(table.silent()).as("no @RolesAllowed, @PermitAll or @Reaches").isEmpty();
        assertThat(table.endpoints()).hasSizeGreaterThan(200);
    }

    /** The control: the same class with the name of one annotation spelt otherwise. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "org/hikeshi/trust/access/Reaches;",
                "jakarta/annotation/security/RolesAllowed;"
            })
    void aMethodThatLostAnAnnotationIsFound(String annotation, @TempDir Path folder)
            throws IOException {
        Path compiled =
                House.root()
                        .resolve(
                                "triage-service/target/classes/org/hikeshi/triage/overview/CaseResource.class");
        String bytes = Files.readString(compiled, StandardCharsets.ISO_8859_1);
        String lost = bytes.replace(annotation, annotation.replace("s;", "z;").replace("d;", "t;"));
        assertThat(lost).isNotEqualTo(bytes);
        Files.writeString(folder.resolve("CaseResource.class"), lost, StandardCharsets.ISO_8859_1);
        assertThat(AccessTable.of(new ClassFileImporter().importPath(folder)).silent()).hasSize(2);
    }

    @Test
    void theTwoAnnotationsAgree() {
        for (Endpoint endpoint : table.endpoints()) {
            assertThat(endpoint.forStaff())
                    .as(endpoint + " of " + endpoint.where())
                    .isEqualTo(FOR_STAFF.contains(endpoint.reach()));
            assertThat(Endpoint.ROLES).as(endpoint.where()).containsAll(endpoint.door());
            assertThat(endpoint.door()).as(endpoint.where()).containsAll(endpoint.roles());
            assertThat(endpoint.reach().equals("SERVICE"))
                    .as(endpoint.where())
                    .isEqualTo(!endpoint.callers().isEmpty())
                    .isEqualTo(endpoint.path().startsWith("/internal"));
        }
    }

    @Test
    void servicesAnswerWhomTheListOfCallsNames() throws IOException {
        Map<String, Set<String>> asked = new TreeMap<>();
        AccessTable.SERVICES.forEach(service -> asked.put(service, new TreeSet<>()));
        table.endpoints()
                .forEach(
                        endpoint ->
                                endpoint.callers()
                                        .forEach(
                                                caller ->
                                                        ServiceCalls.of(asked, caller)
                                                                .add(endpoint.service())));
        assertThat(asked).isEqualTo(ServiceCalls.read().asked());
    }

    /**
     * A new one with another kind of body is tried too, or gets its reason why it has no fields.
     */
    @Test
    void everyBodyIsTriedOrHasNoFields() {
        Set<String> untried = new TreeSet<>();
        table.only(one -> !Set.of("GET", "HEAD").contains(one.method())).endpoints().stream()
                .filter(one -> !MassAssignment.judges(one) && !Matrix.isLeftOut(one))
                .forEach(one -> untried.add(one.where()));
        assertThat(untried).isEqualTo(MassAssignment.FIELDLESS.keySet());
    }

    /** Every id in an address is one that there is, asked also where it does not belong. */
    @Test
    void whatElseStandsInAddressesIsKnown() {
        Set<String> others = new TreeSet<>();
        for (Endpoint endpoint : table.endpoints()) {
            for (String name : endpoint.variables()) {
                boolean id = Knocking.kind(endpoint, name).isPresent();
                if (!id && !Knocking.nested(endpoint).containsKey(name)) {
                    others.add(name + " of " + endpoint.where().replaceAll("[.].*", ""));
                }
            }
        }
        assertThat(others)
                .containsExactlyInAnyOrder(
                        // Words of a list.
                        "act of CampaignPages",
                        "act of CampaignsResource",
                        "clock of DeadlineResource",
                        "form of FormPage",
                        "gate of GatesResource",
                        "gate of ReleaseForms",
                        "milestone of WaiverResource",
                        "review of DecisionResource",
                        "review of DeskJudgements",
                        "tenant of DdiResource",
                        // Named by whoever sends it.
                        "eventId of ToldResource",
                        "model of ArtifactsResource",
                        "version of ArtifactsResource",
                        // Public, or the secret itself.
                        "area of PublicSiteResource",
                        "file of PublicSiteResource",
                        "file of DownloadFiles",
                        "model of DownloadPages",
                        "version of DownloadFiles",
                        "model of DownloadFiles",
                        "token of LostKeyPages");
    }

    /** What is opened on the router stands on the page; the only place today is the doors. */
    @Test
    void nothingIsOpenedBesideTheResources() {
        Set<String> opening = new TreeSet<>();
        house.stream()
                .forEach(
                        type ->
                                type.getMethodCallsFromSelf().stream()
                                        .filter(call -> isRouter(call.getTargetOwner().getName()))
                                        .forEach(call -> opening.add(type.getName())));
        assertThat(opening).containsExactly("org.hikeshi.web.doors.Doors");
    }

    private static boolean isRouter(String type) {
        return type.equals("io.vertx.ext.web.Router");
    }

    /** {@code -Dhikeshi.write-docs=true} writes it. */
    @Test
    void thePageSaysWhatTheCodeSays() throws IOException {
        Path page = House.root().resolve("docs/access.md");
        if (Boolean.getBoolean("hikeshi.write-docs")) {
            Files.writeString(page, AccessPage.of(table));
        }
        assertThat(page).hasContent(AccessPage.of(table));
    }
}
