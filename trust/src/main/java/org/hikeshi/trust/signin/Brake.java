package org.hikeshi.trust.signin;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.hikeshi.trust.Sha256;

/**
 * Slows down guessing: ten wrong passwords per name at once, then one more every six seconds. A
 * name that nobody has is braked like any other, so that the answers do not tell which names there
 * are. Entries of people are never given up; of other names so many are kept that only thousands of
 * guesses a second make it forget one, and then those first that would be over soonest. In memory,
 * per process.
 */
public final class Brake {

    /** What came of it. */
    public enum Outcome {
        RIGHT,
        WRONG,
        /** Too many wrong ones: whether this one is right is not told. */
        BRAKED
    }

    public static final int AT_ONCE = 10;
    public static final Duration ONE_MORE = Duration.ofSeconds(6);
    static final int MOST_STRANGERS = 20_000;

    private final InstantSource clock;
    private final Predicate<String> known;
    private final Map<String, Instant> people = new HashMap<>();
    /* By hash: a name from outside may be long. */
    private final Map<String, Instant> strangers = new HashMap<>();

    /**
     * @param known whether there is a person of that name
     */
    public Brake(InstantSource clock, Predicate<String> known) {
        this.clock = clock;
        this.known = known;
    }

    /**
     * Counts one try. Asking whether it may be made and counting it are one step, so guesses at the
     * same moment are no more than those one after another.
     *
     * @param right whether the password was this person's: forgives all earlier ones
     */
    public synchronized Outcome judge(String name, boolean right) {
        Map<String, Instant> table = known.test(name) ? people : strangers;
        String key = hash(name);
        Instant now = clock.instant();
        Instant full = table.getOrDefault(key, now);
        if (Duration.between(now, full).compareTo(ONE_MORE.multipliedBy(AT_ONCE - 1)) > 0) {
            return Outcome.BRAKED;
        }
        if (right) {
            table.remove(key);
            return Outcome.RIGHT;
        }
        table.put(key, (full.isBefore(now) ? now : full).plus(ONE_MORE));
        if (strangers.size() > MOST_STRANGERS) {
            forget(now);
        }
        return Outcome.WRONG;
    }

    private void forget(Instant now) {
        strangers.values().removeIf(full -> !full.isAfter(now));
        if (strangers.size() > MOST_STRANGERS) {
            List<Instant> ends = strangers.values().stream().sorted().toList();
            Instant soon = ends.get(ends.size() / 4);
            strangers.values().removeIf(full -> !full.isAfter(soon));
        }
    }

    /** How many names are remembered that nobody has. */
    synchronized int strangers() {
        return strangers.size();
    }

    private static String hash(String name) {
        return HexFormat.of().formatHex(Sha256.of(name.getBytes(StandardCharsets.UTF_8)));
    }
}
