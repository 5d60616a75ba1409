package org.hikeshi.disclosure.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import org.hikeshi.disclosure.advisory.AdvisoryState;
import org.hikeshi.disclosure.advisory.OpeningDossier;
import org.hikeshi.disclosure.advisory.Person;
import org.hikeshi.messaging.Transactions;

/**
 * The crooked twin of {@link PublishingAdvisory}: it judges first and publishes later, without
 * holding the advisory in between. Only a test may use it, to prove that its eyes are open.
 */
@ApplicationScoped
public class UnheldPublishing {
    private static final Person HOUSE = new Person("disclosure", Set.of(), anyCase -> true);

    private final OpeningDossier opening;
    private final PublishingAdvisory publishing;
    private final Transactions transactions;

    UnheldPublishing(
            OpeningDossier opening, PublishingAdvisory publishing, Transactions transactions) {
        this.opening = opening;
        this.publishing = publishing;
        this.transactions = transactions;
    }

    /**
     * @param judged where all who judged wait for each other
     * @return whether it found the text approved, and so published it
     */
    public boolean publish(UUID id, CyclicBarrier judged) {
        AdvisoryState state =
                transactions.inTransaction(c -> opening.open(id, HOUSE).orElseThrow().state());
        try {
            judged.await();
        } catch (InterruptedException | BrokenBarrierException failed) {
            throw new IllegalStateException(failed);
        }
        if (state == AdvisoryState.APPROVED) {
            transactions.doInTransaction(
                    c -> publishing.goOut(c, opening.hold(id, HOUSE).orElseThrow(), HOUSE));
        }
        return state == AdvisoryState.APPROVED;
    }
}
