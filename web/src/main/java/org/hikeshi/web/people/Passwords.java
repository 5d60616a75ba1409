package org.hikeshi.web.people;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.hikeshi.trust.signin.Brake;

/** Judges a name and a password, and brakes guessing, whichever way they came. */
@Singleton
public class Passwords {

    /**
     * Where an attempt comes from. Each kind has a brake of its own, so that guesses from elsewhere
     * do not keep the person out.
     */
    public enum Place {
        /** Where this person never signed in, as far as is known. */
        ANYWHERE,
        /** An address from which a program of this person came. Others may share it. */
        ITS_ADDRESS,
        /** A browser on which this person signed in. */
        ITS_BROWSER
    }

    private final People people;
    private final Map<Place, Brake> brakes = new EnumMap<>(Place.class);

    Passwords(People people) {
        this.people = people;
        for (Place place : Place.values()) {
            brakes.put(place, new Brake(InstantSource.system(), people::knows));
        }
    }

    /** Whether anybody signs in with a password here. */
    public boolean anybody() {
        return !people.none();
    }

    /** Whether the password is this person's, unless too many were not. */
    public Brake.Outcome check(String name, String password, Place place) {
        return Objects.requireNonNull(brakes.get(place))
                .judge(name, people.isPassword(name, password));
    }
}
