package org.hikeshi.intake.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hikeshi.events.MessageId;
import org.hikeshi.events.ReportId;
import org.hikeshi.intake.access.ServiceAnswers;
import org.hikeshi.intake.access.ServiceCallers;
import org.hikeshi.intake.report.ReportRows;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.DataKey;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.jspecify.annotations.Nullable;

/** {@code GET /internal/messages/{messageId}}: one message for the notifier; never routed. */
@Path("/internal/messages/{messageId}")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class MessageTextResource {

    private final Transactions transactions;
    private final ReportRows rows;
    private final ServiceCallers callers;

    MessageTextResource(Transactions transactions, ReportRows rows, ServiceCallers callers) {
        this.transactions = transactions;
        this.rows = rows;
        this.callers = callers;
    }

    /**
     * A message.
     *
     * @param texts by language tag, {@code und} for words as a person wrote them
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Text(
            String messageId,
            String reportId,
            String kind,
            @Nullable Instant answerBy,
            Map<String, String> texts) {}

    @GET
    @Reaches(value = Reach.SERVICE, callers = "notifier")
    public Response text(
            @PathParam("messageId") String messageId,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return ServiceAnswers.of(
                callers.caller(authorization, Set.of("notifier"))
                        .flatMap(notifier -> known(messageId))
                        .flatMap(
                                id ->
                                        transactions.inTransaction(
                                                connection -> read(connection, id))));
    }

    private Optional<Text> read(Connection connection, UUID id) throws SQLException {
        Optional<ReportId> report = Messages.reportOf(connection, id);
        if (report.isEmpty()) {
            return Optional.empty();
        }
        DataKey key = rows.contentKey(connection, report.get()).orElseThrow();
        return Messages.one(connection, report.get(), id, key)
                .map(
                        message ->
                                new Text(
                                        id.toString(),
                                        report.get().toString(),
                                        message.kind().written(),
                                        message.answerBy(),
                                        message.texts()));
    }

    private static Optional<UUID> known(String text) {
        try {
            return Optional.of(MessageId.parse(text).value());
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
