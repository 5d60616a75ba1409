package org.hikeshi.web.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PathCheckTest {

    /* Seeded: whatever passes must mean the same path to a reader who decodes it once, twice or normalises it. */
    @Test
    void whatPassesReadsTheSameHoweverItIsRead() {
        Random random = new Random(20261122);
        String[] pieces = {
            "/",
            "/",
            "a",
            "desk",
            ".",
            "..",
            "%2e",
            "%2E",
            "%2f",
            "%5c",
            "\\",
            ";",
            "%3b",
            "%25",
            "%252e",
            "%",
            "%e6%97%a5",
            "%c0%ae",
            "%00",
            " ",
            "%20",
            "?",
            "#",
            "~",
            "é"
        };
        int passed = 0;
        for (int round = 0; round < 200_000; round++) {
            StringBuilder target = new StringBuilder("/");
            for (int piece = random.nextInt(6); piece > 0; piece--) {
                target.append(pieces[random.nextInt(pieces.length)]);
            }
            String path = target.toString().split("\\?", 2)[0];
            if (PathCheck.plain(target.toString())) {
                passed++;
                String once = URI.create(path).getPath();
                assertThat(URI.create(path).normalize().getRawPath()).isEqualTo(path);
                assertThat(once).doesNotContain("//", "\\", ";", "%", "\0", "/./", "/../");
                assertThat(once.chars().filter(c -> c == '/').count())
                        .isEqualTo(path.chars().filter(c -> c == '/').count());
            }
        }
        assertThat(passed).isGreaterThan(1_000);
    }
}
