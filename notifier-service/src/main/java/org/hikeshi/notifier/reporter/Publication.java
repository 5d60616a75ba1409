package org.hikeshi.notifier.reporter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hikeshi.events.AdvisoryRevised;
import org.hikeshi.events.AdvisoryWithdrawn;
import org.hikeshi.events.CveId;
import org.hikeshi.events.DateAnswer;
import org.hikeshi.events.Disclosed;
import org.hikeshi.events.DisclosureDateAnswered;
import org.hikeshi.events.DisclosureDateProposed;
import org.hikeshi.events.DisclosurePlanned;
import org.hikeshi.events.NoticePublished;
import org.hikeshi.events.ProposalId;
import org.hikeshi.events.PublicationId;
import org.hikeshi.notifier.approved.ApprovedWords.Text;
import org.hikeshi.notifier.ledger.Recipient;
import org.hikeshi.notifier.letter.Draft;

/** R11, R12 and R13: when it is published, that it is, and what changed of it. */
final class Publication {
    private Publication() {}

    static void date(Draft draft, Matter matter) {
        switch (matter.about().event()) {
            case DisclosureDateProposed proposed -> {
                draft.say("date.proposed", draft.instant(proposed.date()));
                reason(draft);
                draft.say("date.answer", draft.instant(proposed.answerBy())).say("date.silence");
            }
            case DisclosurePlanned planned -> {
                planned(draft, matter, planned);
                reason(draft);
                if (agreed(matter, planned)) {
                    draft.say("date.agreed");
                } else {
                    draft.say("date.wish").say("date.otherwise");
                }
            }
            default -> throw new IllegalArgumentException("no date is told by this fact");
        }
        draft.policy().ownTexts().silence().ifPresent(asked -> draft.say("reporter.silence"));
    }

    /** Whether the reader accepted exactly this date. */
    private static boolean agreed(Matter matter, DisclosurePlanned planned) {
        List<ProposalId> accepted =
                matter.facts().all(DisclosureDateAnswered.class).stream()
                        .filter(one -> one.answer() == DateAnswer.ACCEPTED)
                        .filter(
                                one ->
                                        matter.owing()
                                                .recipient()
                                                .equals(new Recipient.Reporter(one.reportId())))
                        .map(DisclosureDateAnswered::proposalId)
                        .toList();
        return matter.facts().all(DisclosureDateProposed.class).stream()
                .filter(one -> accepted.contains(one.proposal()))
                .anyMatch(one -> one.date().equals(planned.date()));
    }

    private static void planned(Draft draft, Matter matter, DisclosurePlanned planned) {
        String date = draft.instant(planned.date());
        if (planned.revision() == 1) {
            draft.say("date.set", date);
            return;
        }
        Optional<DisclosurePlanned> before =
                matter.facts().all(DisclosurePlanned.class).stream()
                        .filter(one -> one.advisory().equals(planned.advisory()))
                        .filter(one -> one.revision() == planned.revision() - 1)
                        .findFirst();
        before.ifPresentOrElse(
                old -> draft.say("date.moved", draft.instant(old.date()), date),
                () -> draft.say("date.changed", date));
    }

    private static void reason(Draft draft) {
        String precondition =
                draft.policy()
                        .disclosure()
                        .precondition()
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-');
        draft.fact("date.reason", draft.words("date.reason." + precondition));
    }

    static void published(Draft draft, Matter matter) {
        switch (matter.about().event()) {
            case Disclosed disclosed -> {
                draft.say("published.sentence");
                link(draft, disclosed.publicId(), "/advisories/");
                draft.fact("published.cve", cves(draft, disclosed.cves()));
                draft.fact("published.credit", credits(draft, matter));
                draft.say("published.credit.change");
                draft.policy()
                        .ownTexts()
                        .silence()
                        .ifPresentOrElse(
                                asked -> draft.say("published.silence"),
                                () -> draft.say("published.free"));
            }
            case NoticePublished notice -> {
                draft.say("published.notice");
                link(draft, notice.publicId(), "/advisories/");
                draft.say("published.free");
            }
            default -> throw new IllegalArgumentException("nothing is published by this fact");
        }
        Conversation.next(draft, matter);
    }

    /** As printed; whoever wished none finds nobody. */
    private static String credits(Draft draft, Matter matter) {
        List<String> lines =
                matter.published()
                        .flatMap(text -> Optional.ofNullable(text.credits()))
                        .orElse(List.of());
        return lines.isEmpty() ? draft.words("published.credit.none") : draft.row(lines);
    }

    private static String cves(Draft draft, List<CveId> cves) {
        return cves.isEmpty()
                ? draft.words("published.cve.none")
                : draft.row(cves.stream().map(CveId::toString).toList());
    }

    private static void link(Draft draft, PublicationId id, String folder) {
        draft.fact("published.link", draft.link(folder + id));
    }

    static void revised(Draft draft, Matter matter) {
        switch (matter.about().event()) {
            case AdvisoryRevised revised -> {
                draft.say("revised.revised", revised.revision());
                link(draft, revised.publicId(), "/advisories/");
            }
            case AdvisoryWithdrawn withdrawn -> {
                draft.say("revised.withdrawn");
                link(draft, withdrawn.publicId(), "/advisories/");
            }
            default -> throw new IllegalArgumentException("nothing was revised by this fact");
        }
        draft.say("revised.why");
        matter.published()
                .flatMap(text -> text.in(draft.language().code()))
                .map(Text::changeNote)
                .filter(note -> !note.isBlank())
                .ifPresent(note -> draft.heading("revised.note").prose(note));
    }
}
