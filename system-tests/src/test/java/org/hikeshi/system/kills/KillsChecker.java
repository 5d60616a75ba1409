package org.hikeshi.system.kills;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hikeshi.system.kills.RunFacts.Answered;
import org.hikeshi.system.kills.RunFacts.CaseRow;
import org.hikeshi.system.kills.RunFacts.Mail;
import org.hikeshi.system.kills.RunFacts.Stored;

/** Judges a run; each violation is one sentence. */
public final class KillsChecker {
    /**
     * @param violations empty = kept
     * @param excusedRepeats same mail twice, but in the {@link DotWindow}
     */
    public record Judgement(List<String> violations, int excusedRepeats) {}

    private final RunFacts facts;
    private final List<String> violations = new ArrayList<>();
    private int excusedRepeats;

    private KillsChecker(RunFacts facts) {
        this.facts = facts;
    }

    public static Judgement judge(RunFacts facts) {
        KillsChecker checker = new KillsChecker(facts);
        checker.storedOnce();
        checker.oneCaseEverywhere();
        checker.keysOpen();
        checker.oneMailEach();
        checker.noneForAnonymous();
        return new Judgement(List.copyOf(checker.violations), checker.excusedRepeats);
    }

    private void storedOnce() {
        Map<String, List<Stored>> byCode = group(facts.stored(), Stored::trackingCode);
        Set<String> codes = new HashSet<>();
        for (Answered answered : facts.answered()) {
            if (!codes.add(answered.trackingCode())) {
                violations.add("two clients were given " + answered.trackingCode());
            }
            int rows = byCode.getOrDefault(answered.trackingCode(), List.of()).size();
            if (rows != 1) {
                violations.add(
                        answered.trackingCode() + " was answered, stored " + rows + " times");
            }
        }
        byCode.keySet().stream()
                .filter(code -> !codes.contains(code))
                .forEach(code -> violations.add(code + " is stored, but was never answered"));
        group(facts.stored(), Stored::caseId)
                .forEach(
                        (id, rows) -> {
                            if (rows.size() > 1) {
                                violations.add("case " + id + " holds " + rows.size() + " reports");
                            }
                        });
    }

    private void oneCaseEverywhere() {
        facts.cases()
                .forEach(
                        (service, rows) -> {
                            Map<UUID, List<CaseRow>> byCase = group(rows, CaseRow::caseId);
                            for (Stored stored : facts.stored()) {
                                List<CaseRow> own = byCase.getOrDefault(stored.caseId(), List.of());
                                boolean right =
                                        own.size() == 1
                                                && own.getFirst()
                                                        .reportId()
                                                        .equals(stored.reportId());
                                if (!right) {
                                    violations.add(
                                            "%s has %s for %s"
                                                    .formatted(
                                                            service, own, stored.trackingCode()));
                                }
                            }
                            Set<UUID> known =
                                    facts.stored().stream()
                                            .map(Stored::caseId)
                                            .collect(Collectors.toSet());
                            byCase.keySet().stream()
                                    .filter(id -> !known.contains(id))
                                    .forEach(
                                            id -> violations.add(service + " invented case " + id));
                        });
    }

    private void keysOpen() {
        facts.answered().stream()
                .map(Answered::trackingCode)
                .filter(code -> !facts.opened().contains(code))
                .forEach(code -> violations.add("the key of " + code + " opens nothing"));
    }

    private void oneMailEach() {
        Map<String, List<Mail>> byAddress = group(facts.mails(), Mail::to);
        Set<String> owed = new HashSet<>();
        for (Answered answered : facts.answered()) {
            if (answered.email() == null) {
                continue;
            }
            owed.add(answered.email());
            List<Mail> mails = byAddress.getOrDefault(answered.email(), List.of());
            if (mails.isEmpty()) {
                violations.add(answered.trackingCode() + " was never acknowledged by mail");
            } else if (!mails.getFirst().text().contains(answered.trackingCode())) {
                violations.add("the mail for " + answered.trackingCode() + " does not name it");
            }
            repeats(answered.trackingCode(), mails);
        }
        byAddress.keySet().stream()
                .filter(address -> !owed.contains(address))
                .forEach(address -> violations.add("a mail went to somebody who reported nothing"));
    }

    private void repeats(String code, List<Mail> mails) {
        List<Mail> inOrder =
                mails.stream().sorted((a, b) -> a.acceptedAt().compareTo(b.acceptedAt())).toList();
        for (int i = 1; i < inOrder.size(); i++) {
            Mail earlier = inOrder.get(i - 1);
            if (!earlier.messageId().equals(inOrder.get(i).messageId())) {
                violations.add(code + " was acknowledged by two different mails");
            } else if (!DotWindow.excuses(facts.kills(), earlier.acceptedAt())) {
                violations.add(code + " was acknowledged twice, outside the dot window");
            } else {
                excusedRepeats++;
            }
        }
    }

    private void noneForAnonymous() {
        for (Answered answered : facts.answered()) {
            if (answered.email() == null) {
                facts.mails().stream()
                        .filter(mail -> mail.text().contains(answered.trackingCode()))
                        .forEach(
                                mail ->
                                        violations.add(
                                                answered.trackingCode()
                                                        + " is anonymous, yet a mail names it"));
            }
        }
    }

    private static <T, K> Map<K, List<T>> group(List<T> all, Function<T, K> by) {
        return all.stream().collect(Collectors.groupingBy(by));
    }
}
