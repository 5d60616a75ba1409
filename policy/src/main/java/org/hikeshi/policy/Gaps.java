package org.hikeshi.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the field's standards ask of a published policy and this one lacks, rule for rule. */
public final class Gaps {
    private static final String ETSI = "ETSI EN 303 645 5.2-1";
    private static final String JC_STAR = "JC-STAR S1.1-05";
    private static final String PSTI = "UK PSTI";
    private static final String ISO = "ISO/IEC 29147";

    private Gaps() {}

    /** All gaps, in the order of the standards; empty if none was found. */
    public static List<Gap> of(Policy policy) {
        List<Gap> gaps = new ArrayList<>();
        for (String standard : List.of(ETSI, JC_STAR, PSTI, ISO)) {
            silent(policy, standard, gaps);
        }
        british(policy, gaps);
        if (policy.scope().outOfScope().isEmpty()) {
            gaps.add(
                    new Gap(
                            ISO,
                            "対象外のものが書かれていません(推奨)。",
                            "it does not say what is out of scope (recommended)."));
        }
        return List.copyOf(gaps);
    }

    /** What all four ask: when receipt is acknowledged and when updates come. */
    private static void silent(Policy policy, String standard, List<Gap> gaps) {
        if (!acknowledges(policy)) {
            gaps.add(
                    new Gap(
                            standard,
                            "受付をいつ知らせるかが公表されていません。",
                            "it is not published when receipt is acknowledged."));
        }
        if (policy.rhythm().standing() == Standing.HOUSE) {
            gaps.add(
                    new Gap(
                            standard,
                            "解決までの経過をいつ知らせるかが公表されていません。",
                            "it is not published when updates come until resolution."));
        }
    }

    private static void british(Policy policy, List<Gap> gaps) {
        if (!policy.languages().contains(Language.EN)) {
            gaps.add(new Gap(PSTI, "英語の文がありません。", "there is no English text."));
        }
        Optional<Support> support = policy.support().filter(s -> s.standing() != Standing.HOUSE);
        if (support.isEmpty()) {
            gaps.add(new Gap(PSTI, "サポート期間が公表されていません。", "no support period is published."));
        } else if (support.get().notBefore().isEmpty()) {
            gaps.add(new Gap(PSTI, "サポート期間に終わりの日付がありません。", "the support period has no end date."));
        }
    }

    private static boolean acknowledges(Policy policy) {
        return policy.clock(ClockName.RECEIPT_MAIL)
                .or(() -> policy.clock(ClockName.CONFIRMATION))
                .filter(rule -> rule.standing() != Standing.HOUSE)
                .filter(rule -> rule.unscored().publicWords(policy.firstLanguage()).isPresent())
                .isPresent();
    }
}
