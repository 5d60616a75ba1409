package org.hikeshi.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hikeshi.triage.AbsenceIT.announce;
import static org.hikeshi.triage.AbsenceIT.onTheTeam;
import static org.hikeshi.triage.AbsenceIT.read;
import static org.hikeshi.triage.AbsenceIT.signedIn;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.hikeshi.casefile.RunningParts;
import org.hikeshi.casefile.Said;
import org.hikeshi.events.Absence;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.TeamChanged;
import org.hikeshi.messaging.Ledger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An absence is said as it stands now: changed, not heard back yet, of very many cases. */
@QuarkusTest
@QuarkusTestResource(
        value = RunningParts.class,
        initArgs = @ResourceArg(name = "service", value = "triage"))
class ChangedAbsenceIT {
    private static final int MORE_THAN_AT_ONCE = 21;
    private static final String LEGAL =
            """
            {"members": [{"staff": "security-office", "role": "security-office"},
                         {"staff": "legal", "role": "legal"}]}
            """;

    @Inject DataSource database;
    @Inject Ledger ledger;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    @AfterEach
    void everybodyIsBack() {
        signedIn("developer").post("/desk/profile/return").then().statusCode(303);
        signedIn("legal").post("/desk/profile/return").then().statusCode(303);
    }

    private static List<Absence> away(CaseId caseId) {
        return Said.all(TeamChanged.class, caseId).getLast().away();
    }

    @Test
    void aChangedAbsenceIsSaidAtOnce() throws Exception {
        CaseId caseId = onTheTeam();
        announce("developer", today, today.plusDays(3), "developer-2");
        assertThat(away(caseId).getFirst().deputy()).isEqualTo(new StaffId("developer-2"));
        assertThat(read("developer-2", caseId)).isEqualTo(200);

        announce("developer", today, today.plusDays(1), "").then().statusCode(303);

        assertThat(away(caseId).getFirst().deputy()).isNull();
        assertThat(away(caseId).getFirst().until())
                .isEqualTo(today.plusDays(2).atStartOfDay(ZoneId.of("Asia/Tokyo")).toInstant());
        assertThat(read("developer-2", caseId)).isEqualTo(404);
    }

    /** The broker may be away: then nothing that was said has come back. */
    @Test
    void whatWasSaidNeedNotBeHeardBack() throws Exception {
        CaseId caseId = onTheTeam();
        nothingIsHeardBack(caseId);
        announce("developer", today, today.plusDays(3), "developer-2");
        assertThat(away(caseId)).hasSize(1);

        nothingIsHeardBack(caseId);
        signedIn("developer").post("/desk/profile/return").then().statusCode(303);
        assertThat(away(caseId)).isEmpty();
        assertThat(read("developer-2", caseId)).isEqualTo(404);
    }

    private void nothingIsHeardBack(CaseId caseId) throws SQLException {
        for (String table : List.of("case_member", "case_absence")) {
            try (Connection connection = database.getConnection();
                    var delete =
                            connection.prepareStatement(
                                    "DELETE FROM " + table + " WHERE case_id = ?")) {
                delete.setObject(1, caseId.value());
                delete.executeUpdate();
            }
        }
    }

    /** Somebody on very many cases can announce it, whatever happens to one of them. */
    @Test
    void ofManyCasesTheLastAreSaidOneByOne() throws Exception {
        List<CaseId> cases = new ArrayList<>();
        for (int i = 0; i < MORE_THAN_AT_ONCE; i++) {
            CaseId caseId = CaseId.random();
            Cases.receive(caseId);
            cases.add(caseId);
        }
        for (CaseId caseId : cases) {
            Said.await("received", () -> read("security-office", caseId) == 200);
            assertThat(Cases.put("security-office", caseId, "team", 0, LEGAL).statusCode())
                    .isEqualTo(200);
        }
        CaseId oldest = cases.getFirst();
        try (Connection busy = database.getConnection()) {
            busy.setAutoCommit(false);
            ledger.lock(busy, oldest.toString());
            announce("legal", today, today, "").then().statusCode(303);
            assertThat(away(oldest)).as("its key is held").isEmpty();
            busy.rollback();
            busy.setAutoCommit(true);
        }
        for (CaseId caseId : cases) {
            Said.await("said of each", () -> away(caseId).size() == 1);
        }
    }
}
