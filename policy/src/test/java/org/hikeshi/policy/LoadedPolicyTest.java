package org.hikeshi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadedPolicyTest {
    private static final LoadedPolicy LOADED = PolicyFile.loadBundled("cvss-sla");
    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");

    private static PolicyApproval approval(String version, String sha256, Role by) {
        return new PolicyApproval(new VersionNumber(version), sha256, by, NOW);
    }

    private static String refusal(Instant now, PolicyApproval... approvals) {
        return LOADED.approvedFor(Workspace.DEPLOYED, now, List.of(approvals))
                        instanceof ApprovalVerdict.Refused(String reason)
                ? reason
                : "usable";
    }

    @Test
    void the_hash_is_over_the_exact_bytes() throws Exception {
        byte[] bytes = LOADED.text().getBytes(StandardCharsets.UTF_8);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
        assertThat(LOADED.sha256()).isEqualTo(HexFormat.of().formatHex(digest));
        String other = LOADED.text() + "\n";
        assertThat(PolicyFile.load("my.yaml", other.getBytes(StandardCharsets.UTF_8)).sha256())
                .isNotEqualTo(LOADED.sha256());
    }

    @Test
    void a_trial_needs_no_approval() {
        assertThat(LOADED.approvedFor(Workspace.TRIAL, NOW, List.of()))
                .isInstanceOf(ApprovalVerdict.Usable.class);
    }

    @Test
    void deployed_needs_the_cisos_approval_of_these_bytes() {
        assertThat(refusal(NOW, approval("1.0", LOADED.sha256(), Role.CISO))).isEqualTo("usable");
        assertThat(refusal(NOW)).contains("has no approval by ciso", LOADED.sha256());
        assertThat(refusal(NOW, approval("1.0", "0".repeat(64), Role.CISO)))
                .contains("no approval");
        assertThat(refusal(NOW, approval("1.1", LOADED.sha256(), Role.CISO)))
                .contains("no approval");
        assertThat(refusal(NOW, approval("1.0", LOADED.sha256(), Role.QA))).contains("no approval");
    }

    @Test
    void an_approval_of_the_future_is_none_yet() {
        PolicyApproval approved = approval("1.0", LOADED.sha256(), Role.CISO);
        assertThat(refusal(NOW.minusSeconds(1), approved)).contains("approvedAt " + NOW);
        assertThat(refusal(NOW, approved)).isEqualTo("usable");
    }

    @Test
    void and_the_day_it_takes_effect_counted_in_its_zone() {
        PolicyApproval approved =
                new PolicyApproval(
                        new VersionNumber("1.0"),
                        LOADED.sha256(),
                        Role.CISO,
                        Instant.parse("2025-08-01T00:00:00Z"));
        assertThat(refusal(Instant.parse("2025-08-31T14:59:59Z"), approved))
                .contains("takes effect on 2025-09-01");
        assertThat(refusal(Instant.parse("2025-08-31T15:00:00Z"), approved)).isEqualTo("usable");
    }
}
