package org.hikeshi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VendoredFilesTest {

    private static byte[] asset(String name) throws Exception {
        try (InputStream file =
                VendoredFilesTest.class.getResourceAsStream("/hikeshi-assets/" + name)) {
            return file.readAllBytes();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tokens.css, ec3fb5b1e881d1bdf076feff29fe15a32269353c7a9cef40194f1eff0c3d7a90",
        "htmx.min.js, d6fdc75f204e6bdefa99b69bf1e6d4ac69b8a364f77929f45c13476b4000f717"
    })
    void filesOfOthersAreUnchanged(String name, String sha256) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(asset(name));

        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(sha256);
    }

    @Test
    void theStyleSheetFetchesNothingFromElsewhereAndUsesOnlyTokensThatExist() throws Exception {
        String own = new String(asset("hikeshi.css"), StandardCharsets.UTF_8);
        String tokens = new String(asset("tokens.css"), StandardCharsets.UTF_8);

        assertThat(own).doesNotContain("@import").doesNotContain("url(");
        assertThat(
                        java.util.regex.Pattern.compile("var\\((--[a-z0-9-]+)")
                                .matcher(own)
                                .results()
                                .map(use -> use.group(1) + ":")
                                .distinct())
                .allMatch(token -> tokens.contains(token) || own.contains(token));
    }
}
