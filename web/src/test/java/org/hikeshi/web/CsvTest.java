package org.hikeshi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hikeshi.web.Csv.Row;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void rowsAreCountedAsASpreadsheetCountsThem() {
        assertThat(Csv.rows("a,b\r\n\r\n\"x\ny\",\"say \"\"hi\"\"\"\r,\n1\n\n"))
                .containsExactly(
                        new Row(1, List.of("a", "b")),
                        new Row(3, List.of("x\ny", "say \"hi\"")),
                        new Row(4, List.of("", "")),
                        new Row(5, List.of("1")));
    }

    @Test
    void bothWaysOfWritingJapaneseAreRead() {
        String text = "題名,製品\n認証不備,家庭用ゲートウェイ\n";
        List<Row> rows = Csv.rows(text.getBytes(StandardCharsets.UTF_8));
        assertThat(Csv.rows(text.getBytes(Charset.forName("windows-31j")))).isEqualTo(rows);
        assertThat(Csv.rows(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8))).isEqualTo(rows);
        assertThat(rows.getLast().cells()).containsExactly("認証不備", "家庭用ゲートウェイ");
    }

    @Test
    void whatEndsTooSoonIsReadAsFarAsItGoes() {
        assertThat(Csv.rows("")).isEmpty();
        assertThat(Csv.rows("\"open")).containsExactly(new Row(1, List.of("open")));
        assertThat(Csv.rows("a,")).containsExactly(new Row(1, List.of("a", "")));
    }
}
