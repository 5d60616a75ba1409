package org.hikeshi.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hikeshi.trust.signin.Brake;
import org.hikeshi.trust.signin.Brake.Outcome;
import org.hikeshi.web.people.Passwords.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PasswordsTest {

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void guessesFromOneKindOfPlaceKeepThePersonOutOfThatKindAlone(Place guessed) throws Exception {
        Path file = Files.writeString(folder.resolve("people.properties"), "ciso.password=right\n");
        Passwords passwords = new Passwords(new People(Optional.of(file), "trial"));
        for (int guess = 0; guess < Brake.AT_ONCE; guess++) {
            assertThat(passwords.check("ciso", "guess" + guess, guessed)).isEqualTo(Outcome.WRONG);
        }
        for (Place place : Place.values()) {
            assertThat(passwords.check("ciso", "right", place))
                    .as(place.name())
                    .isEqualTo(place == guessed ? Outcome.BRAKED : Outcome.RIGHT);
        }
    }

    @Test
    void theAnswersDoNotTellWhichNamesThereAre() throws Exception {
        Path file = Files.writeString(folder.resolve("people.properties"), "ciso.password=right\n");
        Passwords passwords = new Passwords(new People(Optional.of(file), "trial"));
        for (String name : List.of("nobody", "no-one", "ciso")) {
            for (int guess = 0; guess < Brake.AT_ONCE; guess++) {
                assertThat(passwords.check(name, "guess" + guess, Place.ANYWHERE))
                        .as(name)
                        .isEqualTo(Outcome.WRONG);
            }
            assertThat(passwords.check(name, "guess", Place.ANYWHERE))
                    .as(name)
                    .isEqualTo(Outcome.BRAKED);
        }
    }
}
