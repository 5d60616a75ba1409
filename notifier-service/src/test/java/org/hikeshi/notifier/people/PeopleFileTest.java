package org.hikeshi.notifier.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.hikeshi.events.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleFileTest {

    @Test
    void aLineNamesAddressLanguageAndRoles() throws Exception {
        People people =
                PeopleFile.parsed(
                        "sato = sato@example.com; ja; security-office, qa\ndeputy.ciso = sato\n");

        assertThat(people.holding("qa")).extracting(Colleague::id).containsExactly("sato");
        assertThat(people.find("sato").orElseThrow().language()).isEqualTo(Language.JA);
        assertThat(people.deputiesOf("ciso")).extracting(Colleague::id).containsExactly("sato");
        assertThat(people.deputiesOf("qa")).as("the office by default").hasSize(1);
    }

    @Test
    void aLineThatCannotBeReadSpoilsNoOther() throws Exception {
        People people = PeopleFile.parsed("sato = nonsense\nkato = kato@example.com; en; ciso\n");

        assertThat(people.byId()).containsOnlyKeys("kato");
    }

    @Test
    void aChangedFileIsReadAgain(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("staff.properties");
        Files.writeString(file, "sato = sato@example.com; ja; qa\n");
        var people = new PeopleFile(Optional.of(file));
        assertThat(people.now().byId()).containsOnlyKeys("sato");

        Files.writeString(file, "kato = kato@example.com; ja; qa\n");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));

        assertThat(people.now().byId()).containsOnlyKeys("kato");
    }

    @Test
    void withoutAFileNobodyCanBeReached() {
        assertThat(new PeopleFile(Optional.empty()).now()).isEqualTo(People.NONE);
    }
}
