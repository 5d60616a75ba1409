package org.hikeshi.bench;

/** One thing Hikeshi does, beside the barest program that does the same. */
interface Comparison extends AutoCloseable {
    /** What is compared, as the report prints it. */
    String name();

    /** The ratio measured ÷ baseline that is promised, and the one hoped for. */
    Aim aim();

    /** Operations per second of the bare program. */
    double baseline() throws Exception;

    /** Operations per second of Hikeshi, same concurrency, same machine. */
    double measured() throws Exception;

    @Override
    default void close() throws Exception {}

    /** Both are ratios; {@code stretch} is never less than {@code target}. */
    record Aim(double target, double stretch) {}
}
