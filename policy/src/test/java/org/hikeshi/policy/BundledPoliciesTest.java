package org.hikeshi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundledPoliciesTest {
    @ParameterizedTest
    @ValueSource(strings = {"default", "cvss-sla"})
    void bundled_policies_load(String name) {
        assertThat(PolicyFile.loadBundled(name).policy().languages())
                .containsExactly(Language.JA, Language.EN);
    }

    @Test
    void the_names_are_those_of_policy_new() {
        assertThat(PolicyFile.bundled()).containsExactly("default", "cvss-sla");
    }
}
