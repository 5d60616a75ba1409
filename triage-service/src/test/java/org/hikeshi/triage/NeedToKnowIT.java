package org.hikeshi.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.hikeshi.casefile.RunningParts;
import org.hikeshi.events.CaseId;
import org.hikeshi.messaging.Transactions;
import org.junit.jupiter.api.Test;

/** What a case tells of others, and what asking for ids that are none leaves behind. */
@QuarkusTest
@QuarkusTestResource(
        value = RunningParts.class,
        initArgs = @ResourceArg(name = "service", value = "triage"))
class NeedToKnowIT {
    private static final String MEMBERS =
            """
            {"members": [{"staff": "security-office", "role": "security-office"},
                         {"staff": "legal", "role": "legal"}]}
            """;

    @Inject Transactions transactions;

    @Test
    void aMergedCaseNamesTheOtherOnlyToWhoMaySeeIt() throws Exception {
        CaseId merged = Cases.received();
        CaseId survivor = Cases.received();
        Cases.put("security-office", merged, "team", 0, MEMBERS);
        Response merge =
                Cases.post("security-office", merged, "merge", "{\"into\": \"" + survivor + "\"}");
        assertThat(merge.statusCode()).as(merge.asString()).isEqualTo(200);

        Response seen = Cases.as("legal").get("/api/v1/cases/" + merged);
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.<String>path("closure.reason")).isEqualTo("duplicate");
        assertThat(seen.asString()).doesNotContain(survivor.toString());
        assertThat(Cases.as("ciso").get("/api/v1/cases/" + merged).asString())
                .contains(survivor.toString());
        Cases.put("security-office", survivor, "team", 0, MEMBERS);
        assertThat(
                        Cases.as("legal")
                                .get("/api/v1/cases/" + merged)
                                .<String>path("closure.duplicateOf"))
                .isEqualTo(survivor.toString());
    }

    @Test
    void anIdThatIsNoCaseLeavesNoRow() throws Exception {
        CaseId none = CaseId.random();
        CaseId there = Cases.received();
        String reason = "{\"reason\": \"x\"}";
        assertThat(Cases.post("legal", none, "emergency-access", reason).statusCode())
                .isEqualTo(404);
        assertThat(Cases.post("security-office", none, "confirmation", "").statusCode())
                .isEqualTo(404);
        Cases.post("security-office", there, "merge", "{\"into\": \"" + none + "\"}");

        assertThat(keys(none)).isZero();
        assertThat(keys(there)).isOne();
    }

    private int keys(CaseId of) {
        return transactions.inTransaction(
                connection -> {
                    String count = "SELECT count(*) FROM ledger_key WHERE key = '" + of + "'";
                    try (Statement select = connection.createStatement();
                            ResultSet row = select.executeQuery(count)) {
                        row.next();
                        return row.getInt(1);
                    } catch (SQLException broken) {
                        throw new IllegalStateException(broken);
                    }
                });
    }
}
