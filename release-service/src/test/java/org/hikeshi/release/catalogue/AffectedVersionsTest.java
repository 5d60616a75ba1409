package org.hikeshi.release.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AffectedVersionsTest {

    @ParameterizedTest
    @CsvSource({
        "*, 0.1, true",
        "<2.4.1, 2.4.0, true",
        "<2.4.1, 2.4.1, false",
        "<2.4.1, 2.4.1-rc1, true",
        "<=2.4.1, 2.4.1, true",
        ">=1.0|<2.4.1, 0.9, false",
        ">=1.0|<2.4.1, 1.0, true",
        ">=1.0|<2.4.1, 2.10, false",
        "<2.4.1|>=1.0, 1.5, true",
        ">=1.0|<1.5|>=2.0|<2.2, 1.7, false",
        ">=1.0|<1.5|>=2.0|<2.2, 2.1, true",
        ">=1.0|<1.5|>=2.0|<2.2, 1.4.9, true",
        ">=3.0, 3.0, true",
        ">3.0, 3.0.0, false",
        "2.4.1, 2.4.1, true",
        "=2.4.1|=2.4.3, 2.4.2, false",
        "=2.4.1|=2.4.3, 2.4.3, true",
        "<1.0|=2.0, 2.0, true",
        "<1.0|=2.0, 1.5, false",
    })
    void aVersionIsInsideOrNot(String range, String version, boolean inside) {
        assertThat(AffectedVersions.of(range).contains(version)).isEqualTo(inside);
    }

    @Test
    void versionsAreOrderedAsVendorsCount() {
        List<String> ordered =
                List.of(
                        "0.9",
                        "1.0-alpha",
                        "1.0-alpha.1",
                        "1.0-rc1",
                        "1.0-rc2",
                        "1.0",
                        "1.0.1",
                        "1.9",
                        "1.10",
                        "2",
                        "10.0");
        List<String> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(7));
        shuffled.sort(VersionOrder.OLDEST_FIRST);
        assertThat(shuffled).isEqualTo(ordered);
    }

    @Test
    void spellingsOfOneVersionAreEqual() {
        assertThat(VersionOrder.compare("2.4", "2.4.0")).isZero();
        assertThat(VersionOrder.compare("2.4+build7", "2.4+build8")).isZero();
        assertThat(VersionOrder.compare("v2.4", "v2.5")).isNegative();
    }
}
