package org.hikeshi.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hikeshi.mail.MailAddress.Good;
import org.hikeshi.mail.MailAddress.Reason;
import org.hikeshi.mail.MailAddress.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "finder@example.com -> finder@example.com",
                "First.Last+tag@Example.COM -> First.Last+tag@example.com",
                "o'neil@example.com -> o'neil@example.com",
                "a@b.co -> a@b.co",
                "x!#$%&*+/=?^_`{|}~-y@example.com -> x!#$%&*+/=?^_`{|}~-y@example.com",
                "hikeshi@例え.jp -> hikeshi@xn--r8jz45g.jp",
                "hikeshi@ｅｘａｍｐｌｅ．ｃｏｍ -> hikeshi@example.com",
                "hikeshi@日本。jp -> hikeshi@xn--wgv71a.jp",
                "a@xn--r8jz45g.jp -> a@xn--r8jz45g.jp",
                "a@1and1.example.com -> a@1and1.example.com",
            })
    void anAddressThatCanBeWrittenToIsKept(String typed, String address) {
        assertThat(MailAddress.check(typed))
                .isInstanceOfSatisfying(
                        Good.class, good -> assertThat(good.address()).hasToString(address));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "'' -> EMPTY",
                "finder -> NO_AT_SIGN",
                "@example.com -> LOCAL_PART",
                ".a@example.com -> LOCAL_PART",
                "a.@example.com -> LOCAL_PART",
                "a..b@example.com -> LOCAL_PART",
                "a b@example.com -> LOCAL_PART",
                "a,b@example.com -> LOCAL_PART",
                "a@b@example.com -> LOCAL_PART",
                "<a@example.com> -> LOCAL_PART",
                "\"quoted\"@example.com -> LOCAL_PART",
                "a(comment)@example.com -> LOCAL_PART",
                "名前@example.com -> LOCAL_PART",
                "ａ@example.com -> LOCAL_PART",
                "a;b@example.com -> LOCAL_PART",
                "a:b@example.com -> LOCAL_PART",
                "a\\b@example.com -> LOCAL_PART",
                "a@ -> DOMAIN",
                "a@localhost -> DOMAIN",
                "a@example..com -> DOMAIN",
                "a@-example.com -> DOMAIN",
                "a@example-.com -> DOMAIN",
                "a@example.com. -> DOMAIN",
                "a@.example.com -> DOMAIN",
                "a@[192.0.2.1] -> DOMAIN",
                "a@192.0.2.1 -> DOMAIN",
                "a@exa mple.com -> DOMAIN",
                "a@example.com> -> DOMAIN",
                "a@example.com (x) -> DOMAIN",
                "a@exam_ple.com -> DOMAIN",
                "a@example.com;b.example -> DOMAIN",
                "a@example.com/path -> DOMAIN",
            })
    void whatCannotBeWrittenToIsRefusedWithItsReason(String typed, Reason reason) {
        assertThat(MailAddress.check(typed)).isEqualTo(new Refused(reason));
    }

    @ParameterizedTest
    @CsvSource(value = {"000d", "000a", "0000", "0009", "001b", "0085", "2028", "2029", "007f"})
    void noCharacterThatSomeMailerTakesForANewLineGetsThrough(String hex) {
        String nasty = Character.toString(Integer.parseInt(hex, 16));
        for (String typed :
                new String[] {
                    nasty + "a@example.com",
                    "a" + nasty + "@example.com",
                    "a@example.com" + nasty,
                    "a@example.com" + nasty + "Bcc: b@example.com",
                    "a@exam" + nasty + "ple.com"
                }) {
            assertThat(MailAddress.check(typed)).isEqualTo(new Refused(Reason.CONTROL_CHARACTER));
        }
    }

    @Test
    void lengthsAreThoseOfSmtp() {
        String label = "a".repeat(63);
        String longest = label + "." + label + "." + label;
        assertThat(MailAddress.check("x".repeat(62) + "@" + longest)).isInstanceOf(Good.class);
        assertThat(MailAddress.check("x".repeat(63) + "@" + longest))
                .isEqualTo(new Refused(Reason.TOO_LONG));
        assertThat(MailAddress.check("x".repeat(64) + "@example.com")).isInstanceOf(Good.class);
        assertThat(MailAddress.check("x".repeat(65) + "@example.com"))
                .isEqualTo(new Refused(Reason.LOCAL_PART));
        assertThat(MailAddress.check("x@a" + label + ".com")).isEqualTo(new Refused(Reason.DOMAIN));
        assertThat(MailAddress.check("x@" + (label + ".").repeat(4) + "com"))
                .isEqualTo(new Refused(Reason.DOMAIN));
    }

    @Test
    void anAddressCannotBeMadeAroundTheCheck() {
        assertThatThrownBy(() -> new MailAddress("a\r\nBcc: b", "example.com"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Bcc");
        assertThatThrownBy(() -> new MailAddress("a", "EXAMPLE.com"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
