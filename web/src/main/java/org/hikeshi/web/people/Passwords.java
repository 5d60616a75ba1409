package org.hikeshi.web.people;

import jakarta.inject.Singleton;
import java.time.InstantSource;

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

    /* No name: a name has letters. */
    private static final String NOBODY = "";

    private final People people;
    private final Brake fromAnywhere = new Brake(InstantSource.system());
    private final Brake fromKnownBrowsers = new Brake(InstantSource.system());

    Passwords(People people) {
        this.people = people;
    }

    /**
     * Whether the password is this person's.
     *
     * @param knownBrowser whether this person signed in there before: such a browser has a brake of
     *     its own, so that guesses from elsewhere do not keep the person out
     */
    public Outcome check(String name, String password, boolean knownBrowser) {
        Brake brake = knownBrowser ? fromKnownBrowsers : fromAnywhere;
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
