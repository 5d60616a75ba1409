package org.hikeshi.casefile.audit;

/**
 * Which subjects of this service's record belong to a case. A service gives this as a bean; without
 * one it is the case itself alone.
 */
@FunctionalInterface
public interface CaseSubjects {

    /**
     * A query that gives subjects as text. The case's id stands in the first line of a table {@code
     * asked (case_id)}.
     */
    String query();
}
