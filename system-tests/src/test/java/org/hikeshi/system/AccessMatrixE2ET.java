package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.hikeshi.system.access.AccessTable;
import org.hikeshi.system.access.Choice;
import org.hikeshi.system.access.Confusions;
import org.hikeshi.system.access.Embargo;
import org.hikeshi.system.access.Endpoint;
import org.hikeshi.system.access.ForeignTraces;
import org.hikeshi.system.access.Judged;
import org.hikeshi.system.access.Knocking;
import org.hikeshi.system.access.LostFilter;
import org.hikeshi.system.access.MassAssignment;
import org.hikeshi.system.access.Matrix;
import org.hikeshi.system.access.OtherDoors;
import org.hikeshi.system.access.Timing;
import org.hikeshi.system.access.TokenForge;
import org.hikeshi.system.access.TokenTrials;
import org.hikeshi.trust.SigningKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * The table of access (ADR 0705) against a running system with two cases: of one everybody is on
 * the team, of the other nobody. Asked at each service without the origin in front, so that each
 * holds its own doors. The last tests are the controls: another table, and a query that has lost
 * its filter, are found.
 *
 * <p>Who asks by misleading addresses is in part drawn by {@code -Dhikeshi.seed=N}; {@code
 * -Dhikeshi.long} asks as everybody.
 */
@Timeout(1_200)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccessMatrixE2ET {
    private static final boolean LONG = System.getProperty("hikeshi.long") != null;
    private static final long SEED = Long.getLong("hikeshi.seed", System.nanoTime());
    private static final Duration SOON = Duration.ofSeconds(40);

    private static final Set<String> GUESTS =
            Set.of("developer", "qa", "legal", "communications", "supply-chain", "it-operations");

    private final Map<String, Integer> ports = new HashMap<>();
    private RunningSystem system;
    private AccessTable table;
    private AccessWorld world;
    private Knocking knocking;

    @BeforeAll
    void twoCases() throws Exception {
        system = RunningSystem.ofItsOwn("access");
        Map<String, String> sessions = new HashMap<>();
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<AccessTable> read =
                    together.submit(() -> AccessTable.of(AccessTable.answering()));
            world = AccessWorld.in(system);
            for (String role : Endpoint.ROLES) {
                DeskSession session = DeskSession.begin(system.origin(), system.people(), role);
                sessions.put(role, session.cookie());
            }
            table = read.get();
        }
        for (String service : RunningSystem.SERVICES) {
            ports.put(service, system.port(service));
        }
        knocking = new Knocking(world.things(), sessions, "localhost:" + system.httpPort());
    }

    @AfterAll
    void end() {
        system.end();
    }

    /** Someone who goes round one service. */
    private interface Round<T extends Judged> {
        T in(String service) throws Exception;
    }

    private static <T extends Judged> List<T> inEachService(Round<T> round) throws Exception {
        List<T> all = Collections.synchronizedList(new ArrayList<>());
        InEachService.atOnce(service -> all.add(round.in(service)));
        return all;
    }

    private static void agree(String what, List<? extends Judged> all, int atLeast) {
        Set<String> deviations = new TreeSet<>();
        all.forEach(one -> deviations.addAll(one.deviations()));
        int asked = all.stream().mapToInt(Judged::asked).sum();
        System.out.printf("access: %s: %d asked, %d deviate%n", what, asked, deviations.size());
        assertThat(deviations).isEmpty();
        assertThat(asked).isGreaterThan(atLeast);
    }

    @Test
    void everyEndpointLetsInWhomTheTableSays() throws Exception {
        agree("matrix", inEachService(one -> new Matrix(knocking, ports).run(table, one)), 5_000);
    }

    /** At each service, and at the origin, which is all that stands outside. */
    @Test
    void noOtherAddressOrMethodGivesMore() throws Exception {
        System.out.printf("access: -Dhikeshi.seed=%d%n", SEED);
        Choice choice = LONG ? Choice.whole() : new Choice(SEED, 1);
        Map<String, String> secrets = world.secrets();
        Map<String, Integer> outside = new HashMap<>();
        ports.keySet().forEach(service -> outside.put(service, system.httpPort()));
        for (Map<String, Integer> surface : List.of(ports, outside)) {
            agree(
                    surface == outside ? "confusions at the origin" : "confusions at services",
                    inEachService(
                            one ->
                                    new Confusions(knocking, surface, secrets, choice)
                                            .run(table, one)),
                    5_000);
        }
    }

    @Test
    void nothingOfAForeignCaseStandsAnywhere() throws Exception {
        List<ForeignTraces> all = inEachService(one -> traces().run(table, one));
        agree("traces", all, 1_500);
        Set<String> shown = new TreeSet<>();
        all.forEach(one -> shown.addAll(one.shown()));
        // Or the search would find nothing because there is nothing.
        for (String list : ForeignTraces.LISTING) {
            assertThat(shown).anyMatch(found -> found.startsWith("GET " + list + " of"));
        }
    }

    private ForeignTraces traces() {
        return new ForeignTraces(knocking, ports, world.traces());
    }

    @Test
    void whoNeedsNoRoleNeedsTheSecret() throws Exception {
        agree("secrets", List.of(new OtherDoors(knocking, ports, world.secrets()).run(table)), 150);
    }

    @Test
    void nothingIsPublicBeforeItsDay() throws Exception {
        agree("embargo", List.of(new Embargo(knocking, ports).run(table)), 90);
    }

    /** The fields that a body has by right are these, and no others. */
    @Test
    void noFieldThatNobodyAskedForDoesAnything() throws Exception {
        Map<String, String> secrets = world.secrets();
        TokenForge forge = new TokenForge(world.keys(), SigningKey.generate("notifier-9"));
        List<MassAssignment> all =
                inEachService(
                        one -> new MassAssignment(knocking, ports, secrets, forge).run(table, one));
        System.out.printf(
                "access: own %s%naccess: within %s%naccess: unread %s%n",
                all(all, MassAssignment::own),
                all(all, MassAssignment::within),
                all(all, MassAssignment::unread));
        agree("fields", all, 1_800);
        assertThat(all(all, MassAssignment::own))
                .containsExactlyInAnyOrder(
                        "caseId of AdvisoryResource.begin",
                        "caseId of AdvisoryResource.edit",
                        "caseId of RemediationsResource.edit",
                        "caseId of RemediationsResource.register",
                        "receivedAt of EnteredResource.enter",
                        "0/id of CustomerResource.json",
                        "customers/0/id of CustomerResource.json",
                        "records/0/receivedAt of ImportResource.json",
                        "records/0/severity of ImportResource.json",
                        "members/0/role of TeamResource.set",
                        "members/0/staff of TeamResource.set",
                        "vulnerabilities/0/id of AssessmentResource.save",
                        "vulnerabilities/0/severity of AssessmentResource.save",
                        "vulnerabilities/0/severity of AdvisoryResource.begin",
                        "vulnerabilities/0/severity of AdvisoryResource.edit");
        // Or nothing would be looked for within.
        assertThat(all(all, MassAssignment::within))
                .contains(
                        "0 of CustomerResource.json",
                        "customers/0 of CustomerResource.json",
                        "members/0 of TeamResource.set",
                        "records/0/report/product of ImportResource.json",
                        "report/product of EnteredResource.enter",
                        "texts/en of AdvisoryResource.edit",
                        "units/0 of UnitsResource.put",
                        "vulnerabilities/0/affected/0 of AssessmentResource.save");
        assertThat(all(all, MassAssignment::unread))
                .isSubsetOf(
                        "changeNote of AdvisoryResource.begin",
                        "remedy of AdvisoryResource.begin",
                        "workaround of AdvisoryResource.begin",
                        "workaround of RemediationsResource.edit",
                        "how of TextsResource.draft");
        assertThat(all(all, MassAssignment::whole)).isEqualTo(MassAssignment.wholes());
    }

    private static <T> Set<String> all(List<T> rounds, Function<T, Set<String>> said) {
        Set<String> all = new TreeSet<>();
        rounds.forEach(round -> all.addAll(said.apply(round)));
        return all;
    }

    @Test
    void servicesAnswerOnlyToGoodTokensOfTheirCallers() throws Exception {
        SigningKey key = SigningKey.generate("notifier-0");
        TokenForge forge = new TokenForge(world.keys(), key);
        TokenTrials trials = new TokenTrials(knocking, ports, forge).age(table);
        Instant spent = Instant.now();
        world.publish(key, spent.plus(Duration.ofHours(1)));
        Waiting.until("the key counts", SOON, () -> trials.takes(table, key));
        world.publish(key, spent.minus(Duration.ofMinutes(5)));
        Waiting.until("the key is an old one", SOON, () -> !trials.takes(table, key));
        trials.run(table);
        // Ten seconds to live, ten for clocks that differ, one to be sure.
        Waiting.until(
                "a minute is over", SOON, () -> spent.plusSeconds(21).isBefore(Instant.now()));
        trials.askAgain();
        agree("tokens", List.of(trials), 250);
    }

    @Test
    void whatIsForServicesIsNotRouted() throws Exception {
        for (Endpoint endpoint : table.endpoints()) {
            if (endpoint.reach().equals("SERVICE")) {
                String path = endpoint.filled((_, _) -> "7b0fbd2c-2b52-4c36-8a7e-5a5a0a3e9c11");
                assertThat(system.reporter().get(path).status()).as(path).isEqualTo(404);
            }
        }
    }

    @Test
    void absentAndForbiddenTakeAsLong() throws Exception {
        Timing timing = new Timing(knocking, ports).run(table);
        System.out.printf("access: time of forbidden by time of absent: %s%n", timing);
        assertThat(timing.odd()).isEmpty();
        assertThat(timing.ratios()).hasSizeGreaterThan(60);
    }

    /** Control: what the table says otherwise than the code is found, line by line. */
    @Test
    void anotherTableIsNotTrue() throws Exception {
        Endpoint one = line("CaseResource.one");
        Set<String> fewer = new TreeSet<>(one.roles());
        fewer.remove("qa");
        assertThat(deviations(one.reaching("CASE", fewer)))
                .anyMatch(found -> found.contains("as qa"));
        Endpoint campaign = line("CampaignsResource.campaign");
        assertThat(deviations(campaign.reaching("DESK", campaign.roles())))
                .anyMatch(found -> found.contains("FOREIGN: expected to be let in"));
        Endpoint customers = line("CustomerResource.all");
        assertThat(deviations(customers.reaching("DESK", Set.copyOf(Endpoint.ROLES))))
                .anyMatch(found -> found.contains("as qa"));
    }

    private Endpoint line(String where) {
        return table.first(one -> one.where().equals(where));
    }

    private Set<String> deviations(Endpoint line) throws Exception {
        return new Matrix(knocking, ports).run(table.just(line), line.service()).deviations();
    }

    /**
     * Control: a service whose queries answer as without their filter is found by what it shows.
     */
    @Test
    void aQueryThatLostItsFilterIsFound() throws Exception {
        InEachService.atOnce(this::losesItsFilter);
    }

    private void losesItsFilter(String service) throws Exception {
        AccessTable lists = table.only(ForeignTraces::isListing).firstOf(service, 2);
        Endpoint one = table.first(line -> line.shows("CASE") && line.service().equals(service));
        try (LostFilter lost = new LostFilter("case_reader", system.database(service))) {
            assertThat(traces().toTheFirst().run(lists, service).deviations())
                    .as("%s", lost)
                    .isNotEmpty();
            if (!service.equals("triage")) { // which judges a single case by its own facts
                assertThat(deviations(one)).anyMatch(found -> found.contains("FOREIGN"));
            }
        }
        assertThat(traces().run(lists, service).deviations()).isEmpty();
        assertThat(deviations(one)).isEmpty();
    }

    /**
     * After all others, for it opens the foreign case to most. Control: where acting asks nothing,
     * that is found.
     */
    @Test
    @Order(Integer.MAX_VALUE)
    void emergencyAccessIsSightAlone() throws Exception {
        world.guests(GUESTS);
        agree("guests", inEachService(one -> guests().run(table, one)), 500);
        // Triage judges acts by its own facts, and in intake none is for a guest's role.
        for (String service : List.of("release", "disclosure", "notifier")) {
            Endpoint act =
                    table.first(
                            line ->
                                    line.service().equals(service)
                                            && (line.acts("CASE") || line.acts("MAIL"))
                                            && GUESTS.stream().anyMatch(line::lets));
            try (LostFilter lost = new LostFilter("case_actor", system.database(service))) {
                assertThat(guests().run(table.just(act), service).deviations())
                        .as("%s with %s", act, lost)
                        .anyMatch(found -> found.contains("FOREIGN"));
            }
        }
    }

    private Matrix guests() {
        return Matrix.ofGuests(knocking, ports, GUESTS);
    }
}
