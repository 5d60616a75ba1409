package org.hikeshi.intake.status;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hikeshi.casefile.PolicyVersions;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.intake.status.StatusPages.EntryShown;
import org.hikeshi.intake.status.StatusPages.PromiseShown;
import org.hikeshi.intake.status.StatusPages.Shown;
import org.hikeshi.intake.status.StatusPages.StageShown;
import org.hikeshi.policy.BusinessCalendar;
import org.hikeshi.policy.Language;
import org.hikeshi.policy.PromisedDate;

/** Puts a standing into the words and dates of the status page, in the policy's zone. */
public final class StatusWords {

    private final ReportStanding standings;
    private final PolicyVersions policies;
    private final InstantSource clock;

    public StatusWords(ReportStanding standings, PolicyVersions policies, InstantSource clock) {
        this.standings = standings;
        this.policies = policies;
        this.clock = clock;
    }

    Shown of(StoredReport report, org.hikeshi.web.Language spoken) {
        Language language = Language.valueOf(spoken.name());
        BusinessCalendar calendar = policies.of(report.policyVersion()).calendar();
        Standing standing = standings.of(report);
        Instant now = clock.instant();
        return new Shown(
                word(standing.whoseTurn()),
                standing.nextUpdateDue()
                        .map(due -> PromisedDate.format(due, language, calendar))
                        .orElse(""),
                PromisedDate.instant(now, language, calendar.zone()),
                now.toString(),
                stages(standing.stage()),
                standing.promises().stream()
                        .map(kept -> promise(kept, language, calendar))
                        .toList(),
                standing.timeline().stream()
                        .map(entry -> entry(entry, language, calendar))
                        .toList(),
                report.reachable(),
                report.policyVersion());
    }

    private static List<StageShown> stages(Standing.Stage reached) {
        return Arrays.stream(Standing.Stage.values())
                .map(
                        stage ->
                                new StageShown(
                                        word(stage),
                                        stage.compareTo(reached) <= 0,
                                        stage == reached))
                .toList();
    }

    private static PromiseShown promise(
            Standing.Kept kept, Language language, BusinessCalendar calendar) {
        String state =
                switch (kept.state()) {
                    case OPEN -> "kept";
                    case MET -> "met";
                    case OVERDUE -> "breached";
                };
        return new PromiseShown(
                kept.promise().text().getOrDefault(language, ""),
                PromisedDate.format(kept.promise().dueAt(), language, calendar),
                state);
    }

    private static EntryShown entry(
            Standing.Entry entry, Language language, BusinessCalendar calendar) {
        return new EntryShown(
                entry.what(),
                PromisedDate.instant(entry.at(), language, calendar.zone()),
                entry.at().toString());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
