package org.hikeshi.trust.signin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From where people's programs signed in before, as browsers are known by a cookie. In memory, per
 * process, for local people alone, at most fifty for each of them, and never logged.
 */
public final class KnownAddresses {

    static final int MOST = 1000;
    static final int MOST_EACH = 50;

    private record Place(String person, String address) {}

    /* The one used longest ago first. */
    private final Map<Place, Boolean> known =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Place, Boolean> eldest) {
                    return size() > MOST;
                }
            };

    /** Whether this person signed in from there, as far as is remembered. */
    public synchronized boolean knows(String person, String address) {
        return known.get(new Place(person, address)) != null;
    }

    /** Remembers that they did just now. */
    public synchronized void signedIn(String person, String address) {
        if (known.put(new Place(person, address), true) == null) {
            List<Place> theirs =
                    known.keySet().stream().filter(one -> one.person().equals(person)).toList();
            theirs.stream().limit(Math.max(0, theirs.size() - MOST_EACH)).forEach(known::remove);
        }
    }
}
