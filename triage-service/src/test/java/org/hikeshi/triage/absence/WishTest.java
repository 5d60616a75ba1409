package org.hikeshi.triage.absence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hikeshi.events.Absence;
import org.hikeshi.events.StaffId;
import org.hikeshi.triage.casework.Person;
import org.hikeshi.web.FieldError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be announced, and what is said of everything else: the field and the reason. */
class WishTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final Person ME = new Person(new StaffId("developer"), Set.of("developer"));
    private static final Map<StaffId, Person> KNOWN =
            Map.of(
                    new StaffId("developer-2"),
                    new Person(new StaffId("developer-2"), Set.of("developer")),
                    new StaffId("developer-3"),
                    new Person(new StaffId("developer-3"), Set.of("developer", "qa")),
                    new StaffId("qa"),
                    new Person(new StaffId("qa"), Set.of("qa")),
                    ME.id(),
                    ME);
    private static final Absence OTHER =
            new Absence(
                    new StaffId("developer-3"),
                    null,
                    at("2026-12-04T00:00:00+09:00"),
                    at("2026-12-06T00:00:00+09:00"));

    /** One for whom I stand in. */
    private static final Absence STANDS_IN =
            new Absence(
                    new StaffId("developer-2"),
                    ME.id(),
                    at("2027-01-30T00:00:00+09:00"),
                    at("2027-02-02T00:00:00+09:00"));

    private static Instant at(String moment) {
        return java.time.OffsetDateTime.parse(moment).toInstant();
    }

    private static Wish.Judged judge(Wish wish, @Nullable Absence stands) {
        return wish.judge(
                new Wish.Circumstances(
                        ME,
                        TODAY,
                        TOKYO,
                        stands,
                        staff -> Optional.ofNullable(KNOWN.get(staff)),
                        staff ->
                                staff.equals(OTHER.staff()) ? Optional.of(OTHER) : Optional.empty(),
                        List.of(STANDS_IN)));
    }

    @Test
    void itLastsFromTheFirstMidnightToTheLastInThePolicysZone() {
        assertThat(judge(new Wish("2026-11-24", "2026-11-25", "developer-2"), null))
                .isEqualTo(
                        new Wish.Judged.Good(
                                new Absence(
                                        ME.id(),
                                        new StaffId("developer-2"),
                                        at("2026-11-24T00:00:00+09:00"),
                                        at("2026-11-26T00:00:00+09:00"))));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23,2026-11-23,''", // today, nobody stands in
        "2026-11-23,2027-01-21,developer-2", // 60 days
        "2027-01-20,2027-01-29,developer-2", // back before I stand in
        "2027-02-02,2027-02-03,developer-2", // leaves when the one I stand in for is back
        "2027-11-24,2027-11-25,developer-2", // a year ahead
        "2026-12-02,2026-12-03,developer-3", // back before the other one leaves
        "2026-12-06,2026-12-07,developer-3" // leaves when the other one is back
    })
    void whatMayBe(String from, String until, String deputy) {
        assertThat(judge(new Wish(from, until, deputy), null)).isInstanceOf(Wish.Judged.Good.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'',2026-11-25,'',from,absence-date",
        "2026-11-24,'','',until,absence-date",
        "24.11.2026,2026-11-25,'',from,absence-date",
        "2026-02-30,2026-11-25,'',from,absence-date",
        "2026-11-22,2026-11-25,'',from,absence-past",
        "2026-11-25,2026-11-24,'',until,absence-backwards",
        "2026-11-23,2027-01-22,'',until,absence-too-long",
        "2026-11-24,+999999999-12-31,'',until,absence-too-long",
        "+999999999-12-31,+999999999-12-31,'',from,absence-too-far",
        "2027-11-25,2027-11-26,'',from,absence-too-far",
        "2026-11-24,2026-11-25,developer,deputy,deputy-self",
        "2026-11-24,2026-11-25,developer-9,deputy,deputy-unknown",
        "2026-11-24,2026-11-25,<script>,deputy,deputy-unknown",
        "2026-11-24,2026-11-25,qa,deputy,deputy-role",
        "2026-12-03,2026-12-04,developer-3,deputy,deputy-away",
        "2026-12-05,2026-12-09,developer-3,deputy,deputy-away",
        "2027-01-20,2027-01-30,'',from,stands-in",
        "2027-02-01,2027-02-01,developer-2,from,stands-in"
    })
    void whatMayNotBe(String from, String until, String deputy, String field, String code) {
        assertThat(judge(new Wish(from, until, deputy), null))
                .isEqualTo(new Wish.Judged.Bad(List.of(fault(field, code))));
    }

    private static FieldError fault(String field, String code) {
        return switch (code) {
            case "absence-too-long" -> FieldError.at(field, code, Wish.MOST_DAYS);
            case "deputy-away" ->
                    FieldError.at(field, code, "developer-3", "2026-12-04", "2026-12-05");
            case "stands-in" ->
                    FieldError.at(field, code, "developer-2", "2027-01-30", "2027-02-01");
            default -> FieldError.at(field, code);
        };
    }

    /** What cannot name anybody never reaches the lock, and so no database. */
    @ParameterizedTest
    @ValueSource(strings = {"", "a\u0000", "a b", "開発"})
    void onlyWhatCanNameSomebodyIsHeld(String typed) {
        assertThat(new Wish("", "", typed).people(ME.id())).containsExactly(ME.id());
        assertThat(new Wish("", "", "developer-2").people(ME.id()))
                .containsExactly(ME.id(), new StaffId("developer-2"));
    }

    @Test
    void everyFieldAtFaultIsNamedAtOnce() {
        assertThat(judge(new Wish("x", "y", "z"), null))
                .isEqualTo(
                        new Wish.Judged.Bad(
                                List.of(
                                        FieldError.at("from", "absence-date"),
                                        FieldError.at("until", "absence-date"),
                                        FieldError.at("deputy", "deputy-unknown"))));
    }

    @Test
    void aFirstDayThatIsOverIsToldThoughTheLastOneCannotBeRead() {
        assertThat(judge(new Wish("2020-01-01", "y", "qa"), null))
                .isEqualTo(
                        new Wish.Judged.Bad(
                                List.of(
                                        FieldError.at("from", "absence-past"),
                                        FieldError.at("until", "absence-date"),
                                        FieldError.at("deputy", "deputy-role"))));
    }

    @Test
    void bothKindsOfDaysWithNobodyThereAreToldAtOnce() {
        assertThat(judge(new Wish("2026-12-05", "2027-01-30", "developer-3"), null))
                .isEqualTo(
                        new Wish.Judged.Bad(
                                List.of(
                                        fault("from", "stands-in"),
                                        fault("deputy", "deputy-away"))));
    }

    @Test
    void whatHasBegunMayBeMadeLongerFromTodayOnAndNotReachBack() {
        Absence running =
                new Absence(
                        ME.id(),
                        null,
                        at("2026-11-01T00:00:00+09:00"),
                        at("2026-11-24T00:00:00+09:00"));
        assertThat(judge(new Wish("2026-11-01", "2027-01-21", ""), running))
                .isInstanceOf(Wish.Judged.Good.class);
        assertThat(judge(new Wish("2026-11-01", "2027-01-22", ""), running))
                .isEqualTo(new Wish.Judged.Bad(List.of(fault("until", "absence-too-long"))));
        assertThat(judge(new Wish("2026-11-02", "2026-11-25", ""), running))
                .isEqualTo(new Wish.Judged.Bad(List.of(fault("from", "absence-past"))));
        assertThat(judge(new Wish("2026-11-01", "2026-11-22", ""), running))
                .isEqualTo(new Wish.Judged.Bad(List.of(fault("until", "absence-past"))));
    }
}
