package org.hikeshi.release.remediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.hikeshi.casefile.RunningParts;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.release.Actor;
import org.junit.jupiter.api.Test;

/** Several press "sign" in the same moment: one has signed, and there is one signature for ever. */
@QuarkusTest
@QuarkusTestResource(
        value = RunningParts.class,
        initArgs = @ResourceArg(name = "service", value = "release"))
class ParallelSigningIT {
    private static final int HANDS = 4;
    private static final Actor SIGNER = new Actor("it-operations", Set.of("it-operations"));

    @Inject Transactions transactions;
    @Inject Dossiers dossiers;

    @Test
    void signedOnceHoweverManyPress() throws Exception {
        Desk desk = Desk.open();
        String id = reviewed(desk, "1.1.0");
        List<Boolean> signed =
                press(() -> Desk.post("it-operations", id, "signing").statusCode() == 200);
        oneHasSigned(signed);
        byte[] first = signature(desk, id, "1.1.0");
        Desk.post("it-operations", id, "signing").then().statusCode(409);
        assertThat(signature(desk, id, "1.1.0")).isEqualTo(first).hasSize(384);
    }

    /** The red control: who judges without the lock judges what everybody else has judged too. */
    @Test
    void withoutTheLockEverybodyHasSigned() throws Exception {
        Desk desk = Desk.open();
        UUID id = UUID.fromString(reviewed(desk, "1.2.0"));
        CyclicBarrier judged = new CyclicBarrier(HANDS);
        List<Boolean> signed = press(() -> crookedly(id, judged));
        assertThatThrownBy(() -> oneHasSigned(signed)).isInstanceOf(AssertionError.class);
    }

    /** {@link Acting} as it must not be: it reads the remediation instead of locking it. */
    private boolean crookedly(UUID id, CyclicBarrier judged) {
        return transactions.inTransaction(
                connection -> {
                    Dossier dossier = dossiers.of(id).orElseThrow();
                    boolean may =
                            dossier.standing(SIGNER, RemediationAction.SIGN, Set.of())
                                    .refuses(RemediationAction.SIGN)
                                    .isEmpty();
                    meet(judged);
                    return may && mark(connection, id);
                });
    }

    /* Stands for the work that follows: a write to the row that should have been locked. */
    private static boolean mark(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE remediation SET changed_by = ? WHERE remediation_id = ?")) {
            update.setString(1, SIGNER.staff());
            update.setObject(2, id);
            return update.executeUpdate() == 1;
        }
    }

    private static void oneHasSigned(List<Boolean> signed) {
        assertThat(Collections.frequency(signed, true)).isEqualTo(1);
    }

    private static String reviewed(Desk desk, String version) {
        String id = desk.fix(version);
        desk.upload("developer", id, version, Desk.firmware(50_000)).then().statusCode(200);
        Desk.gate("developer-2", id, "security-review", "passed").then().statusCode(200);
        Desk.gate("qa", id, "qa-regression", "passed").then().statusCode(200);
        return id;
    }

    private static byte[] signature(Desk desk, String id, String version) {
        String path = "%s/%s/artifacts/%s/%s/signature";
        return Desk.as("qa")
                .get(path.formatted(Desk.API, id, desk.model(), version))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static List<Boolean> press(Callable<Boolean> button) throws Exception {
        try (ExecutorService hands = Executors.newFixedThreadPool(HANDS)) {
            List<Boolean> all = new ArrayList<>();
            for (Future<Boolean> answer : hands.invokeAll(Collections.nCopies(HANDS, button))) {
                all.add(answer.get());
            }
            return all;
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception nobodyElse) {
            throw new AssertionError(nobodyElse);
        }
    }
}
