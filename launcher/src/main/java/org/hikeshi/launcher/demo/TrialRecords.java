package org.hikeshi.launcher.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The spreadsheet that every desk has: cases of the half year before, invented and the same each
 * time. Most were kept in time, some were late, some were none.
 */
final class TrialRecords {
    private static final int RECORDS = 36;
    private static final List<String> SOURCES =
            List.of("desk", "desk", "desk", "coordinator", "cert", "internal-test", "bounty");
    private static final List<String> SEVERITIES =
            List.of("critical", "high", "high", "medium", "medium", "medium", "low", "none");
    private static final List<String> QUICK =
            List.of("not-reproducible", "out-of-scope", "known", "insufficient-information");
    private static final List<String> TITLES =
            List.of(
                    "設定画面の入力検査の不足",
                    "Session stays valid after sign-out",
                    "更新サーバーの証明書検証の不備",
                    "Password kept in the log",
                    "初期パスワードの推測",
                    "Denial of service by a long name",
                    "権限のない利用者による設定の閲覧",
                    "Old TLS version is accepted",
                    "診断ページの情報表示");
    private static final List<String> PRODUCTS =
            List.of(TrialFleet.GATEWAY, TrialFleet.METER, TrialFleet.CAMERA);

    private final Instant began;
    private final Random random = new Random(36);

    /**
     * @param began when the workspace was first filled; all records ended before
     */
    TrialRecords(Instant began) {
        this.began = began;
    }

    /** Looks first, as the manual says, and brings the list in if there is no fault in it. */
    void bringIn(Door door) {
        byte[] list = csv().getBytes(StandardCharsets.UTF_8);
        post(door, list, "?dryRun=true");
        post(door, list, "");
    }

    private static void post(Door door, byte[] list, String query) {
        door.expect(
                new Door.Call(
                        "security-office",
                        "POST",
                        "/api/v1/reports/import" + query,
                        list,
                        Map.of("Content-Type", "text/csv", "Accept", "application/json")));
    }

    String csv() {
        StringBuilder list =
                new StringBuilder(
                        "number,source,receivedAt,confirmedAt,scoredAt,severity,fixedAt,"
                                + "publishedAt,closedAt,closure,title,product\r\n");
        for (int i = 1; i <= RECORDS; i++) {
            list.append(record(i)).append("\r\n");
        }
        return list.toString();
    }

    private String record(int number) {
        Instant received = began.minus(Duration.ofHours(24L * (190 - 5 * number) + number % 8));
        Instant confirmed =
                received.plus(Duration.ofHours(number % 9 == 0 ? 100 : 3 + number % 20));
        String head = "T-%03d,%s,%s,%s".formatted(number, one(SOURCES), received, confirmed);
        String tail = one(TITLES) + "," + one(PRODUCTS);
        boolean recent = number > RECORDS - 12;
        return head + "," + (recent ? quick(confirmed) : whole(received)) + "," + tail;
    }

    /** Closed within days, without a fix. */
    private String quick(Instant confirmed) {
        Instant closed = confirmed.plus(Duration.ofHours(20 + random.nextInt(60)));
        return ",,,,%s,%s".formatted(closed, one(QUICK));
    }

    private String whole(Instant received) {
        String severity = one(SEVERITIES);
        Instant scored = received.plus(Duration.ofHours(101 + random.nextInt(60)));
        if (severity.equals("none")) {
            Instant closed = scored.plus(Duration.ofHours(4));
            return "%s,none,,,%s,not-a-vulnerability".formatted(scored, closed);
        }
        Instant fixed = received.plus(Duration.ofHours(24L * (15 + random.nextInt(30))));
        Instant published = fixed.plus(Duration.ofHours(48));
        Instant closed = published.plus(Duration.ofHours(24L * (2 + random.nextInt(7))));
        return "%s,%s,%s,%s,%s,resolved".formatted(scored, severity, fixed, published, closed);
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
