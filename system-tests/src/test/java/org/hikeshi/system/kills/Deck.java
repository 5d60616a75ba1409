package org.hikeshi.system.kills;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A shuffled deck of victims: nobody is drawn twice before everybody, database, broker and mailbox
 * too, was drawn once.
 */
public final class Deck {
    private final Queue<String> cards = new ArrayDeque<>();
    private final Random random;

    public Deck(Random random) {
        this.random = random;
    }

    /** One of those that run now; who is drawn while it does not run goes to the bottom. */
    public String draw(Set<String> running) {
        if (cards.stream().noneMatch(running::contains)) {
            List<String> all = new ArrayList<>(new TreeSet<>(running));
            Collections.shuffle(all, random);
            cards.addAll(all);
        }
        String next = cards.remove();
        while (!running.contains(next)) {
            cards.add(next);
            next = cards.remove();
        }
        return next;
    }
}
