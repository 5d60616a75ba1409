package org.hikeshi.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hikeshi.casefile.CaseAccess;
import org.hikeshi.casefile.CaseSeals;
import org.hikeshi.casefile.KnownProducts;
import org.hikeshi.casefile.KnownReport;
import org.hikeshi.casefile.KnownReports;
import org.hikeshi.casefile.Neighbour;
import org.hikeshi.casefile.RunningParts;
import org.hikeshi.casefile.Said;
import org.hikeshi.casefile.TaskDesk;
import org.hikeshi.casefile.TaskFor;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.Channel;
import org.hikeshi.events.EventParked;
import org.hikeshi.events.HouseService;
import org.hikeshi.events.Language;
import org.hikeshi.events.ModelName;
import org.hikeshi.events.ParkedCause;
import org.hikeshi.events.PolicyVersion;
import org.hikeshi.events.ProductChanged;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.PublicName;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.ReportJoined;
import org.hikeshi.events.ReportReceived;
import org.hikeshi.events.Source;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.StaffRole;
import org.hikeshi.events.TaskClosed;
import org.hikeshi.events.TaskEnd;
import org.hikeshi.events.TaskKind;
import org.hikeshi.events.TaskOpened;
import org.hikeshi.events.TeamChanged;
import org.hikeshi.events.TeamMember;
import org.hikeshi.events.TrackingCode;
import org.hikeshi.events.Version;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.NotOpened;
import org.hikeshi.web.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** What every service keeps of a case, on the real parts, through one of the services. */
@QuarkusTest
@QuarkusTestResource(
        value = RunningParts.class,
        initArgs = @ResourceArg(name = "service", value = "triage"))
class CasefileIT {
    @Inject CaseAccess access;
    @Inject CaseSeals seals;
    @Inject KnownReports reports;
    @Inject KnownProducts products;
    @Inject TaskDesk tasks;
    @Inject Transactions transactions;

    private final CaseId caseId = CaseId.random();

    private static QuarkusSecurityIdentity person(String name, String role) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(name))
                .addRole(role)
                .build();
    }

    private static TeamChanged team(CaseId caseId, int revision, String... staff) {
        return new TeamChanged(
                caseId,
                revision,
                List.of(staff).stream()
                        .map(one -> new TeamMember(new StaffId(one), StaffRole.DEVELOPER))
                        .toList(),
                Instant.now());
    }

    @Test
    void theNewestTeamSeesTheCaseWhicheverCameFirst() throws InterruptedException {
        Neighbour triage = Neighbour.named("triage");
        triage.says(team(caseId, 2, "developer-2"));
        Said.await("revision 2", () -> access.maySee(caseId, person("developer-2", "developer")));
        CaseId last = CaseId.random();
        triage.says(team(caseId, 1, "developer"));
        triage.says(team(last, 1, "developer"));
        Said.await("the last one", () -> access.maySee(last, person("developer", "developer")));
        assertThat(access.team(caseId))
                .containsExactly(new TeamMember(new StaffId("developer-2"), StaffRole.DEVELOPER));
        assertThat(access.maySee(caseId, person("developer", "developer"))).isFalse();
    }

    @Test
    void anUnknownCaseIsForTheOfficeAndTheCiso() {
        assertThat(access.maySee(caseId, person("security-office-2", "security-office"))).isTrue();
        assertThat(access.maySee(caseId, person("ciso", "ciso"))).isTrue();
        assertThat(access.maySee(caseId, person("qa", "qa"))).isFalse();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> access.visible(caseId.toString(), person("qa", "qa")));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> access.visible("no-id", person("ciso", "ciso")));
    }

    /** S14: release may not say what triage says; whoever watches hears of it, once an hour. */
    @Test
    void aForgedRecordIsToldAndASecondOneWithinTheHourIsNot() throws InterruptedException {
        Neighbour release = Neighbour.named("release");
        release.says(team(caseId, 1, "developer"));
        Said.await("it is told", () -> !forged().isEmpty());
        CaseId other = CaseId.random();
        release.says(team(other, 1, "developer"));
        Neighbour.named("triage").says(team(CaseId.random(), 1, "developer"));
        Said.await("it was put aside", () -> parked(other) == 1);

        assertThat(forged()).hasSize(1);
        assertThat(forged().getFirst().records()).isPositive();
        assertThat(access.maySee(caseId, person("developer", "developer"))).isFalse();
    }

    private static List<EventParked> forged() {
        return Said.all(EventParked.class, HouseService.TRIAGE.key().toString()).stream()
                .filter(one -> one.cause() == ParkedCause.FORGED)
                .toList();
    }

    private int parked(CaseId of) {
        return transactions.inTransaction(
                connection -> {
                    String count = "SELECT count(*) FROM parked_record WHERE key = '" + of + "'";
                    try (var select = connection.createStatement();
                            var row = select.executeQuery(count)) {
                        row.next();
                        return row.getInt(1);
                    }
                });
    }

    private static ReportReceived received(CaseId caseId, ReportId reportId) {
        return new ReportReceived(
                caseId,
                reportId,
                TrackingCode.generate(new SecureRandom()),
                null,
                PolicyVersion.parse("1.0"),
                Instant.now(),
                Source.DESK,
                Channel.API,
                Language.BOTH,
                false);
    }

    @Test
    void aJoinedReportIsHeldByTheSurvivingCaseThoughItIsHeardFirst() throws InterruptedException {
        CaseId merged = CaseId.random();
        CaseId survivor = CaseId.random();
        ReportId first = ReportId.random();
        ReportId second = ReportId.random();
        Neighbour.named("triage").says(new ReportJoined(survivor, second, merged, Instant.now()));
        Neighbour intake = Neighbour.named("intake");
        intake.says(received(merged, second));
        intake.says(received(survivor, first));
        Said.await("both", () -> held(survivor).size() == 2);
        assertThat(held(survivor)).containsExactlyInAnyOrder(first, second);
        assertThat(held(merged)).isEmpty();
        assertThat(transactions.<CaseId>inTransaction(c -> reports.caseOf(c, second, merged)))
                .isEqualTo(survivor);
    }

    private List<ReportId> held(CaseId of) {
        return transactions.inTransaction(c -> reports.of(c, of)).stream()
                .map(KnownReport::reportId)
                .toList();
    }

    @Test
    void productsAreHeardFromTheCatalogue() throws InterruptedException {
        ProductId id = ProductId.random();
        ProductChanged product =
                new ProductChanged(
                        id,
                        1,
                        new PublicName("家庭用ゲートウェイ"),
                        List.of(new ModelName("HX-100")),
                        List.of(new Version("1.0")),
                        null,
                        List.of());
        Neighbour.named("release").says(product);
        Said.await("the product", () -> products.find(id).isPresent());
        assertThat(products.all()).contains(product);
    }

    @Test
    void aTaskIsOpenedOnceAndClosedOnce() {
        String subject = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            transactions.doInTransaction(
                    c ->
                            tasks.open(
                                    c,
                                    caseId,
                                    TaskKind.ASSESS,
                                    TaskFor.role(StaffRole.SECURITY_OFFICE),
                                    subject,
                                    null,
                                    null));
        }
        for (int i = 0; i < 2; i++) {
            transactions.doInTransaction(
                    c -> tasks.close(c, caseId, TaskKind.ASSESS, subject, TaskEnd.DONE));
        }
        List<TaskOpened> opened = Said.all(TaskOpened.class, caseId);
        assertThat(opened).hasSize(1);
        assertThat(Said.all(TaskClosed.class, caseId))
                .extracting(TaskClosed::task)
                .containsExactly(opened.getFirst().task());
    }

    @Test
    void aSealedTextOpensInItsPlaceOnly() {
        byte[] sealed = seals.seal(caseId, "finding", "text", "1", "バッファ超過");
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("バッファ");
        assertThat(seals.open(caseId, "finding", "text", "1", sealed)).isEqualTo("バッファ超過");
        assertThatExceptionOfType(NotOpened.class)
                .isThrownBy(() -> seals.open(caseId, "finding", "text", "2", sealed));
        CaseId other = CaseId.random();
        seals.seal(other, "finding", "text", "1", "x");
        assertThatExceptionOfType(NotOpened.class)
                .isThrownBy(() -> seals.open(other, "finding", "text", "1", sealed));
    }
}
