package org.hikeshi.system.access;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.hikeshi.system.access.Things.Which;

/**
 * Which askings are confused: all of them, or for each endpoint those that would give most away,
 * and so many more drawn by the seed, so that no endpoint and no confusion is left out.
 *
 * @param each askings of an endpoint beside the fixed ones, all that there are if it is more
 */
public record Choice(long seed, int each) {
    /** Somebody who asks for something. */
    record Asking(String caller, Which which) {}

    private static final List<Which> WHOSE = List.of(Which.OWN, Which.FOREIGN, Which.UNKNOWN);

    /** All callers, whatever they ask for. */
    public static Choice whole() {
        return new Choice(0, Integer.MAX_VALUE);
    }

    /** Whoever has a secret asks with it: guesses are answered late, and judged elsewhere. */
    List<Asking> of(Endpoint endpoint) {
        if (OtherDoors.takesSecret(endpoint)) {
            return List.of(new Asking(Knocking.NOBODY, Which.OWN));
        }
        Set<Asking> chosen = new LinkedHashSet<>(fixed(endpoint));
        List<Asking> all = new ArrayList<>();
        for (String caller : Matrix.callers()) {
            for (Which which : Knocking.kind(endpoint).isEmpty() ? List.of(Which.OWN) : WHOSE) {
                all.add(new Asking(caller, which));
            }
        }
        Collections.shuffle(all, new Random(seed * 31 + endpoint.toString().hashCode()));
        all.removeAll(chosen);
        chosen.addAll(all.subList(0, Math.min(each, all.size())));
        return List.copyOf(chosen);
    }

    /** Nobody; and whoever has the role and is of no team, about what is there and what is not. */
    private static List<Asking> fixed(Endpoint endpoint) {
        Asking nobody = new Asking(Knocking.NOBODY, Which.OWN);
        if (!Matrix.isOfACase(endpoint)) {
            return List.of(nobody);
        }
        String stranger =
                Stream.concat(Stream.of("qa"), Endpoint.ROLES.stream())
                        .filter(endpoint::lets)
                        .filter(role -> !Matrix.SEES_ALL.contains(role))
                        .findFirst()
                        .orElse("qa");
        return List.of(
                nobody, new Asking(stranger, Which.FOREIGN), new Asking(stranger, Which.UNKNOWN));
    }
}
