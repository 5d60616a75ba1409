package org.hikeshi.release.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hikeshi.policy.Role;
import org.hikeshi.release.Actor;
import org.hikeshi.release.campaign.CampaignState.Step;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every state times every act times every actor; what is not in the table is refused. */
class CampaignStatesTest {
    private static final String OWN = " (own)";
    private static final Map<String, String> LEGAL = new HashMap<>();

    static {
        String table =
                """
                DRAFT START RUNNING
                DRAFT ABORT ABORTED
                START_ASKED START RUNNING
                START_ASKED PAUSE DRAFT
                START_ASKED ABORT ABORTED
                RUNNING PAUSE PAUSED
                RUNNING ABORT ABORTED
                RUNNING COMPLETE COMPLETED
                PAUSED RESUME RESUME_ASKED
                PAUSED ABORT ABORTED
                HALTED RESUME RESUME_ASKED
                HALTED ABORT ABORTED
                RESUME_ASKED RESUME RUNNING
                RESUME_ASKED PAUSE PAUSED
                RESUME_ASKED ABORT ABORTED
                COMPLETED ABORT ABORTED
                """;
        table.lines()
                .map(line -> line.split(" "))
                .forEach(
                        row -> {
                            LEGAL.put(row[0] + " " + row[1], row[2]);
                            LEGAL.put(row[0] + " " + row[1] + OWN, row[2]);
                        });
        LEGAL.put("DRAFT START" + OWN, "START_ASKED");
        LEGAL.put("START_ASKED START" + OWN, "own-work");
        LEGAL.put("RESUME_ASKED RESUME" + OWN, "own-work");
    }

    @TestFactory
    Stream<DynamicTest> everyStateAndAct() {
        return Arrays.stream(CampaignState.values())
                .flatMap(
                        state ->
                                Arrays.stream(CampaignAct.values())
                                        .flatMap(
                                                act ->
                                                        Stream.of(true, false)
                                                                .map(
                                                                        own ->
                                                                                test(
                                                                                        state, act,
                                                                                        own))));
    }

    private static DynamicTest test(CampaignState state, CampaignAct act, boolean own) {
        String name = state + " " + act + (own ? OWN : "");
        String expected = LEGAL.getOrDefault(name, "campaign-state");
        return DynamicTest.dynamicTest(
                name + " → " + expected,
                () -> assertThat(led(state, act, own)).isEqualTo(expected));
    }

    private static String led(CampaignState state, CampaignAct act, boolean own) {
        return switch (state.on(act, own)) {
            case Step.To(CampaignState to) -> to.name();
            case Step.Refused(String reason) -> reason;
        };
    }

    /** Issue "who may what": the office starts and ends; stopping is for everybody but auditors. */
    @Test
    void everyActAndRole() {
        Set<String> acting =
                Set.of(
                        "ciso",
                        "security-office",
                        "developer",
                        "qa",
                        "supply-chain",
                        "communications",
                        "legal",
                        "it-operations");
        for (CampaignAct act : CampaignAct.values()) {
            for (Role role : Role.values()) {
                String name = Actor.name(role);
                boolean may =
                        act == CampaignAct.PAUSE
                                ? acting.contains(name)
                                : name.equals("security-office");
                assertThat(act.roles().contains(name)).as(act + " by " + name).isEqualTo(may);
            }
        }
    }

    @Test
    void actionsEndOnceAndOnlyByTheDeviceOrAfterWeAsked() {
        for (ActionState state : ActionState.values()) {
            for (DeviceReport report : DeviceReport.values()) {
                Optional<ActionState> next = state.on(report);
                boolean deaf = state.closed() || state == ActionState.PLANNED;
                assertThat(next.isEmpty()).as(state + " " + report).isEqualTo(deaf);
            }
            assertThat(state.withdrawn().closed() || state.withdrawn() == ActionState.CANCELLING)
                    .isTrue();
            assertThat(state.abandoned() != state).isEqualTo(state == ActionState.CANCELLING);
        }
    }

    /** The page is written by this test when asked (-Dhikeshi.write-docs=true). */
    @Test
    void thePageTellsTheSame() throws Exception {
        Path page = Path.of("../docs/states/campaign.md");
        String told = page();
        if (Boolean.getBoolean("hikeshi.write-docs")) {
            Files.writeString(page, told);
        }
        assertThat(Files.readString(page)).isEqualTo(told);
    }

    private static String page() {
        StringBuilder text = new StringBuilder();
        text.append("# States of a campaign and of its actions\n\n");
        text.append("Generated from `CampaignState`, `CampaignAct` and `ActionState` of");
        text.append(" release-service; a test compares this page with them.\n\n");
        text.append("## What a person may do to a campaign\n\n| state |");
        for (CampaignAct act : CampaignAct.values()) {
            text.append(' ').append(act.word()).append(" |");
        }
        text.append("\n|---|").append("---|".repeat(CampaignAct.values().length)).append('\n');
        for (CampaignState state : CampaignState.values()) {
            text.append("| ").append(word(state)).append(" |");
            for (CampaignAct act : CampaignAct.values()) {
                text.append(' ').append(cell(state, act)).append(" |");
            }
            text.append('\n');
        }
        text.append("\n– is refused with 409 `campaign-state`; † by another person than the one");
        text.append(
                " who asked (a draft: who drafted it), else what follows or 409 `own-work`. A running campaign halts and completes by");
        text.append(" itself on its thresholds.\n\n| act | roles |\n|---|---|\n");
        for (CampaignAct act : CampaignAct.values()) {
            String roles = act.roles().stream().sorted().collect(Collectors.joining(", "));
            text.append("| ").append(act.word()).append(" | ").append(roles).append(" |\n");
        }
        text.append("\n## What a device's word does to its action\n\n| state |");
        for (DeviceReport report : DeviceReport.values()) {
            text.append(' ').append(word(report)).append(" |");
        }
        text.append(" we withdraw | no answer |\n|---|");
        text.append("---|".repeat(DeviceReport.values().length + 2)).append('\n');
        for (ActionState state : ActionState.values()) {
            text.append("| ").append(word(state)).append(" |");
            for (DeviceReport report : DeviceReport.values()) {
                text.append(' ').append(state.on(report).map(CampaignStatesTest::word).orElse("–"));
                text.append(" |");
            }
            text.append(' ').append(word(state.withdrawn())).append(" | ");
            text.append(word(state.abandoned())).append(" |\n");
        }
        text.append("\n– is answered with 410 (closed) or 404 (planned).\n");
        return text.toString();
    }

    private static String cell(CampaignState state, CampaignAct act) {
        String others = shown(state.on(act, false));
        String own = shown(state.on(act, true));
        return others.equals(own) ? others : others + " †" + (own.equals("–") ? "" : " " + own);
    }

    private static String shown(Step step) {
        return switch (step) {
            case Step.To(CampaignState to) -> word(to);
            case Step.Refused(String reason) -> "–";
        };
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
