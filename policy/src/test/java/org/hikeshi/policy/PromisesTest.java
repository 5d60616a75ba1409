package org.hikeshi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PromisesTest {
    private static final Instant THURSDAY_NOON = Instant.parse("2026-12-03T03:00:00Z");
    private static final Instant END_OF_THURSDAY = Instant.parse("2026-12-03T15:00:00Z");
    private static final Instant END_OF_FRIDAY = Instant.parse("2026-12-04T15:00:00Z");

    private static Policy changed(String from, String to) throws PolicyProblems {
        String text = PolicyFile.bundledText("cvss-sla").orElseThrow();
        assertThat(text).contains(from);
        return PolicyFile.load("my.yaml", text.replace(from, to).getBytes(StandardCharsets.UTF_8))
                .policy();
    }

    @Test
    void a_report_is_promised_receipt_confirmation_and_the_strictest_first_action() {
        Policy policy = PolicyFile.loadBundled("cvss-sla").policy();
        assertThat(Promises.atReceipt(policy, THURSDAY_NOON, Set.of(Language.JA)))
                .extracting(Promise::clause, Promise::clock, Promise::kind, Promise::dueAt)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "E3.2-ack", "receipt-mail", Kind.COMMITMENT, END_OF_THURSDAY),
                        org.assertj.core.groups.Tuple.tuple(
                                "E3.2-confirm", "confirmation", Kind.COMMITMENT, END_OF_FRIDAY),
                        org.assertj.core.groups.Tuple.tuple(
                                "E5.1-first", "first-action", Kind.TARGET, END_OF_FRIDAY));
    }

    @Test
    void each_promise_is_a_sentence_per_asked_language_and_a_target_says_so() {
        Policy policy = PolicyFile.loadBundled("default").policy();
        var promises = Promises.atReceipt(policy, THURSDAY_NOON, EnumSet.allOf(Language.class));
        assertThat(promises.get(1).text())
                .containsEntry(Language.JA, "12月4日(金)までに、担当者が内容を読み、ご連絡します")
                .containsEntry(
                        Language.EN,
                        "A person reads your report and writes to you by Fri 4 Dec 2026");
        assertThat(promises.get(2).text().get(Language.JA)).endsWith("(目安)");
        assertThat(promises.get(2).text().get(Language.EN)).endsWith("(target)");
        assertThat(promises.getLast().clock()).isEqualTo("progress");
        assertThat(Promises.atReceipt(policy, THURSDAY_NOON, Set.of(Language.EN)).getFirst().text())
                .containsOnlyKeys(Language.EN);
    }

    @Test
    void a_policy_without_published_clocks_promises_no_next_word_either() {
        Policy unpublished = PolicyFile.loadBundled("psirt-notices").policy();
        assertThat(Promises.nextWord(unpublished, THURSDAY_NOON)).isEmpty();
        Policy published = PolicyFile.loadBundled("cvss-sla").policy();
        assertThat(Promises.nextWord(published, THURSDAY_NOON))
                .contains(Instant.parse("2026-12-17T15:00:00Z"));
    }

    @Test
    void house_numbers_are_promised_to_nobody() throws Exception {
        Policy policy =
                changed(
                        "    within: 1 business day\n",
                        "    within: 1 business day\n    standing: house\n");
        assertThat(Promises.atReceipt(policy, THURSDAY_NOON, Set.of(Language.JA)))
                .extracting(Promise::clock)
                .containsExactly("receipt-mail", "first-action");
    }

    @Test
    void a_policy_of_seconds_gives_dates_of_seconds() throws Exception {
        Policy policy = changed("    within: 1 business day\n", "    within: PT2S\n");
        assertThat(Promises.atReceipt(policy, THURSDAY_NOON, Set.of(Language.JA)).get(1).dueAt())
                .isEqualTo(THURSDAY_NOON.plus(Duration.ofSeconds(2)));
    }

    @Test
    void what_has_no_date_at_receipt_is_not_promised_then() throws Exception {
        Policy policy = changed("    within: 1 business day\n", "    within: individual\n");
        assertThat(Promises.atReceipt(policy, THURSDAY_NOON, Set.of(Language.JA)))
                .extracting(Promise::clock)
                .doesNotContain("confirmation", "mitigation", "fix", "publication");
    }
}
