package org.hikeshi.disclosure.advisory;

import java.util.List;
import java.util.Map;
import org.hikeshi.policy.Severity;

/** Invented texts for tests. */
public final class Contents {
    public static final String VECTOR = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";

    private Contents() {}

    public static AdvisoryContent complete() {
        return new AdvisoryContent(
                AdvisoryKind.SA,
                Map.of(
                        "ja",
                        new AdvisoryText(
                                "EG-100 の認証の不備",
                                "EG-100 2.4.0 以前に不備があります。",
                                "遠隔から操作されるおそれがあります。",
                                "",
                                "2.4.1 に更新してください。"),
                        "en",
                        new AdvisoryText(
                                "Authentication flaw in EG-100",
                                "EG-100 2.4.0 and earlier have a flaw.",
                                "A remote attacker may take control.",
                                "",
                                "Update to 2.4.1.")),
                List.of(
                        new AffectedProduct(
                                "", "EG-100", "", "<2.4.1", "2.4.1", ProductStanding.AFFECTED),
                        new AffectedProduct(
                                "", "EG-200", "", "*", "", ProductStanding.NOT_AFFECTED)),
                List.of(
                        new PublishedVulnerability(
                                "CVE-2026-00001", "CWE-287", VECTOR, Severity.CRITICAL)),
                Map.of("ja", "ダウンロードのページから入手できます。", "en", "Get it from the download page."),
                Map.of("ja", "外部からの接続を止めてください。", "en", "Block access from outside."),
                List.of("A. Finder"),
                "security@example.com",
                Map.of("ja", "現状のまま提供します。", "en", "Provided as is."),
                Map.of());
    }
}
