package org.hikeshi.web.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleTest {

    @TempDir Path folder;

    @Test
    void anEmptyPasswordIsNobodys() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("people.properties"), "ciso.password=\nqa.password=x y\n");
        People people = new People(Optional.of(file), "trial");

        assertThat(people.isPassword("ciso", "")).isFalse();
        assertThat(people.isPassword("nobody", "")).isFalse();
        assertThat(people.isPassword("qa", "x y")).isTrue();
        assertThat(people.isPassword("qa", "x")).isFalse();
    }

    @Test
    void aDeployedWorkspaceRefusesLocalPeople() {
        assertThatThrownBy(() -> new People(Optional.of(folder.resolve("any")), "deployed"))
                .hasMessageContaining("hikeshi.people");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"reporter", "self", "intake", "triage", "release", "disclosure", "notifier"})
    void nobodyIsCalledLikeWhoeverElseActsInTheRecord(String name) throws Exception {
        Path file = Files.writeString(folder.resolve("people.properties"), name + ".password=x\n");
        assertThatThrownBy(() -> new People(Optional.of(file), "trial"))
                .hasMessageContaining("hikeshi.people")
                .hasMessageContaining("called " + name);
    }

    @Test
    void aFileThatCannotBeReadIsNamed() {
        assertThatThrownBy(() -> new People(Optional.of(folder.resolve("none")), "trial"))
                .hasMessageContaining("none");
    }
}
