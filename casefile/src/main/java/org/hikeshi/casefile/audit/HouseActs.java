package org.hikeshi.casefile.audit;

import java.util.Set;

/**
 * Which acts on this service's record are about the house and no case: the page shows them where no
 * case is asked for. A service gives this as a bean; without one it has none to show.
 */
@FunctionalInterface
public interface HouseActs {

    /** Codes of the actions; at least one. */
    Set<String> actions();
}
