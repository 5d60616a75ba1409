package org.hikeshi.intake.report;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody tells us, by API or form, after validation (A2.2, Z-fields). Texts are exactly as
 * written; an empty text means that nothing was said.
 *
 * @param language in which to answer; null means in both
 */
public record Report(
        Product product,
        String title,
        String description,
        String impact,
        String reproduction,
        @Nullable LocalDate discoveredOn,
        String technicalDetails,
        Exploitation exploitation,
        DisclosurePlan disclosurePlan,
        String tooling,
        List<Told> toldOthers,
        String existingCve,
        @Nullable Boolean mayShareContact,
        Reporter reporter,
        @Nullable String language) {

    public Report {
        toldOthers = List.copyOf(toldOthers);
    }

    /** As the reporter names it; free text until a catalogue exists. */
    public record Product(String name, String model, String firmwareVersion) {}

    /** Whether it is used against anybody, as far as the reporter knows. */
    public record Exploitation(Status status, String details) {

        /** In the words of the contract. */
        public enum Status {
            UNKNOWN("unknown"),
            NONE("none"),
            PROOF_OF_CONCEPT("proof-of-concept"),
            ACTIVE("active");

            private final String word;

            Status(String word) {
                this.word = word;
            }

            public String word() {
                return word;
            }
        }
    }

    /** When the reporter means to publish. */
    public record DisclosurePlan(
            @Nullable LocalDate date,
            @Nullable LocalTime time,
            @Nullable ZoneId zone,
            String details) {}

    /** Who else was told, under which number. */
    public record Told(String party, String number) {}

    /**
     * Who reports. Without an address nobody is written to; without anything the report is
     * anonymous.
     *
     * @param email checked address in its ASCII form, empty if none was given
     * @param creditAs name for the credit line, empty for none
     */
    public record Reporter(String name, String email, String organisation, String creditAs) {

        /** Nothing about anybody. */
        public static final Reporter NOBODY = new Reporter("", "", "", "");

        public boolean reachable() {
            return !email.isEmpty();
        }
    }

    /** Nothing was said at all: without a file there is no report. */
    public boolean saysNothing() {
        return description.isBlank();
    }
}
