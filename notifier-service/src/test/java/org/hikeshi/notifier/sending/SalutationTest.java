package org.hikeshi.notifier.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SalutationTest {

    @ParameterizedTest
    @CsvSource({
        "Kit Finder,Kit Finder",
        "髙﨑 太郎,髙﨑 太郎",
        "山田\u3000花子,山田 花子",
        "マリア・クルス,マリア・クルス",
        "n0tsec_77,n0tsec_77",
        "Dr. Anne-Marie O'Neil,Dr. Anne-Marie O'Neil",
        "Nguyễn Văn A,Nguyễn Văn A",
        "' Kit   Finder ',Kit Finder",
        "山田はなこ,山田はなこ",
        "さくら ももこ,さくら ももこ",
        "一ノ瀬 健,一ノ瀬 健"
    })
    void whoGaveANameIsGreetedByIt(String given, String greeted) {
        assertThat(Salutation.name(given)).contains(greeted);
    }

    static Stream<String> notNames() {
        return Stream.of(
                "",
                "   ",
                "evil.example",
                "www.evil.example",
                "https://evil.example/pay",
                "kit@evil.example",
                "Kit\r\nBcc: all@example.com",
                "Kit\nYour account is locked",
                "Kit\u202egnp.exe",
                "<b>Kit</b>",
                "{name}",
                "{0}",
                "Kit, please call us at once",
                "we ask you to pay the fee today",
                "至急0120-123-456へお電話ください",
                "至急お電話ください",
                "金を払え",
                "あ".repeat(21),
                "call 0120-123-456",
                "山田様",
                "田中さん",
                "x".repeat(61));
    }

    /** Then the neutral words are used. */
    @ParameterizedTest
    @MethodSource("notNames")
    void whatIsNoNameIsNotRepeated(String given) {
        assertThat(Salutation.name(given)).isEmpty();
    }
}
