package org.hikeshi.notifier.operations;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;

/** The frame of the operations' pages: the mail queue, and the way to every service. */
@RunOnVirtualThread
@Path("/desk/operations")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"it-operations", "security-office", "ciso", "auditor"})
public class OperationsFrame {
    private static final List<String> SERVICES =
            List.of("intake", "triage", "release", "disclosure", "notifier");

    private final Transactions transactions;
    private final Visit visit;

    OperationsFrame(Transactions transactions, Visit visit) {
        this.transactions = transactions;
        this.visit = visit;
    }

    /**
     * The mail queue in numbers.
     *
     * @param oldest when the first of those that wait became due
     * @param untold obligations that ended without anybody being told
     */
    @TemplateData
    public record Queue(long waiting, Optional<Instant> oldest, long sending, long untold) {}

    /** Where a service speaks for itself. */
    @TemplateData
    public record Panel(String service, String id, String src) {
        static Panel of(String service) {
            return new Panel(service, "operations-" + service, "/desk/operations/" + service);
        }
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance frame(Page page, Queue queue, List<Panel> panels);
    }

    @GET
    @Reaches(Reach.DESK)
    public TemplateInstance frame() {
        return Templates.frame(
                visit.page("operations.title").forStaff(),
                queue(),
                SERVICES.stream().map(Panel::of).toList());
    }

    private Queue queue() {
        return transactions.inTransaction(
                connection -> {
                    try (PreparedStatement select =
                                    connection.prepareStatement(
                                            "SELECT count(*) FILTER (WHERE state = 'WAITING'),"
                                                    + " min(due_at), count(*) FILTER (WHERE state ="
                                                    + " 'SENDING'), (SELECT count(*) FROM obligation"
                                                    + " WHERE state = 'FAILED') FROM delivery WHERE"
                                                    + " state IN ('WAITING', 'SENDING')");
                            ResultSet row = select.executeQuery()) {
                        row.next();
                        return new Queue(
                                row.getLong(1),
                                Optional.ofNullable(row.getObject(2, OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant),
                                row.getLong(3),
                                row.getLong(4));
                    }
                });
    }
}
