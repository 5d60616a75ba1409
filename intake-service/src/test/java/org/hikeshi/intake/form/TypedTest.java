package org.hikeshi.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-12-01",
                "2026-12-1",
                "2026/12/1",
                "2026.12.01",
                "20261201",
                "２０２６－１２－０１",
                "２０２６年１２月１日",
                "2026年12月1日",
                " 2026-12-01 ",
                "2026 - 12 - 01"
            })
    void datesAreReadAsPeopleWriteThem(String typed) {
        assertThat(Typed.date(typed)).contains(LocalDate.of(2026, 12, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-13-01",
                "2026-02-30",
                "12/1",
                "1/12/2026",
                "26-12-01",
                "2026-12"
            })
    void whatCouldMeanAnotherDayIsNotGuessed(String typed) {
        assertThat(Typed.date(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9:05", "09:05", "０９：０５", "9時05分", "0905", "9.05"})
    void timesAreReadAsPeopleWriteThem(String typed) {
        assertThat(Typed.time(typed)).contains(LocalTime.of(9, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"25:00", "noon", "9:5", "12:60", "9h"})
    void whatIsNoTimeIsNotGuessed(String typed) {
        assertThat(Typed.time(typed)).isEmpty();
    }

    @Test
    void hoursAlone() {
        assertThat(Typed.time("11時")).contains(LocalTime.of(11, 0));
        assertThat(Typed.time("11")).contains(LocalTime.of(11, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CVE-2026-12345",
                "cve-2026-12345",
                "2026-12345",
                "ＣＶＥ－２０２６－１２３４５",
                "CVE 2026-12345"
            })
    void cveIdsInAnyDress(String typed) {
        assertThat(Typed.cve(typed)).contains("CVE-2026-12345");
    }

    @Test
    void aLineIsOneLine() {
        assertThat(Typed.line(" a\r\nBcc: b\u2028c\u0000 ")).isEqualTo("a  Bcc: b c");
    }
}
