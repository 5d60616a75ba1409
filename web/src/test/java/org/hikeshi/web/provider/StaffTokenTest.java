package org.hikeshi.web.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody of a provider acts under the name of somebody else in the record. */
class StaffTokenTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"reporter", "self", "intake", "triage", "release", "disclosure", "notifier"})
    void aLoginLikeAServiceOrTheReporterIsHashed(String login) {
        assertThat(StaffToken.staffId(login)).matches("p-[0-9a-f]{40}");
    }

    @Test
    void aLoginLikeTheHashOfAnotherIsHashedAgain() {
        String another = StaffToken.staffId("auth0|5F7c8ec7c33c6c004bbafe82");
        assertThat(StaffToken.staffId(another)).matches("p-[0-9a-f]{40}").isNotEqualTo(another);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"reporter-2", "triage-lead", "p-1", "f3b1c2d4-0000-4000-8000-000000000000"})
    void anyOtherOfTheFormStays(String login) {
        assertThat(StaffToken.staffId(login)).isEqualTo(login);
    }
}
