package org.hikeshi.disclosure.advisory;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hikeshi.policy.Policy;
import org.hikeshi.policy.Reviewing;
import org.hikeshi.web.FieldError;

/**
 * An advisory as it lies on the table: the row, its text in clear, what is missing, who said what.
 * Never leaves the service as a whole.
 *
 * @param faults fields that could not be published as they are
 * @param policy in force today: who reviews and approves is always current
 */
public record Dossier(
        Advisory advisory,
        AdvisoryContent content,
        List<String> missing,
        List<FieldError> faults,
        List<Said> said,
        Set<String> writers,
        Policy policy) {

    /**
     * What somebody said about one text.
     *
     * @param review {@code technical}, {@code qa}, {@code legal}, or {@code approval} when the
     *     approver sent it back
     * @param current whether it is about the present text
     */
    public record Said(
            String review,
            boolean accepted,
            int textNumber,
            boolean current,
            String comment,
            java.time.Instant at,
            String by) {}

    public AdvisoryState state() {
        return AdvisoryState.of(standing());
    }

    private Standing standing() {
        return new Standing(
                missing.isEmpty() && faults.isEmpty(),
                asked(),
                accepted(),
                advisory.approvedIsThis(),
                advisory.publishedIsThis(),
                advisory.revisions(),
                advisory.withdrawnAt().isPresent());
    }

    /** The reviews the policy asks for. */
    public Set<Reviewing> asked() {
        return policy.review().reviews().keySet();
    }

    /** The last word of each review on the present text. */
    public Map<Reviewing, Said> lastWords() {
        Map<Reviewing, Said> last = new LinkedHashMap<>();
        for (Reviewing review : asked()) {
            said.stream()
                    .filter(one -> one.current() && one.review().equals(ReviewRow.written(review)))
                    .reduce((earlier, later) -> later)
                    .ifPresent(one -> last.put(review, one));
        }
        return last;
    }

    private Set<Reviewing> accepted() {
        Set<Reviewing> yes = EnumSet.noneOf(Reviewing.class);
        lastWords()
                .forEach(
                        (review, one) ->
                                Optional.of(one)
                                        .filter(Said::accepted)
                                        .ifPresent(s -> yes.add(review)));
        return yes;
    }

    public Duties duties() {
        return new Duties(policy.review());
    }

    public Verdict judge(AdvisoryAction action, Person person) {
        boolean stillPublic = advisory.revisions() > 0 && advisory.withdrawnAt().isEmpty();
        AdvisoryState moment =
                action == AdvisoryAction.WITHDRAW && stillPublic
                        ? AdvisoryState.PUBLISHED // whatever draft lies over it
                        : state();
        return duties().judge(
                        action,
                        moment,
                        person.rolesOn(advisory),
                        person.isAmong(writers, advisory));
    }

    public boolean may(AdvisoryAction action, Person person) {
        return judge(action, person) instanceof Verdict.Allowed;
    }

    /** Whether the person has any duty in one of these, whatever the moment. */
    public boolean lets(AdvisoryAction[] actions, Person person) {
        return Arrays.stream(actions)
                .anyMatch(action -> !(judge(action, person) instanceof Verdict.Absent));
    }
}
