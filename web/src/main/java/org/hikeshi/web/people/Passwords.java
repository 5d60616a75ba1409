package org.hikeshi.web.people;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Judges a name and a password, and brakes guessing, whichever way they came. */
@Singleton
public class Passwords {

    /** What came of it. */
    public enum Outcome {
        RIGHT,
        WRONG,
        /** Too many wrong ones: not looked at. */
        BRAKED
    }

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

    /* No name: a name has letters. */
    private static final String NOBODY = "";

    private final People people;
    private final Map<Place, Brake> brakes = new EnumMap<>(Place.class);

    Passwords(People people) {
        this.people = people;
        for (Place place : Place.values()) {
            brakes.put(place, new Brake(InstantSource.system()));
        }
    }

    /** Whether anybody signs in with a password here. */
    public boolean anybody() {
        return !people.none();
    }

    /** Whether the password is this person's. */
    public Outcome check(String name, String password, Place place) {
        Brake brake = Objects.requireNonNull(brakes.get(place));
        String entry = people.knows(name) ? name : NOBODY;
        if (!brake.lets(entry)) {
            return Outcome.BRAKED;
        }
        if (!people.isPassword(name, password)) {
            brake.failed(entry);
            return Outcome.WRONG;
        }
        brake.succeeded(entry);
        return Outcome.RIGHT;
    }
}
