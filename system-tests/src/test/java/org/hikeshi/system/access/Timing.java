package org.hikeshi.system.access;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hikeshi.system.access.Things.Which;

/**
 * Whether the time of an answer tells an id of others from one that never was: both asked in turn
 * over one connection by somebody who may see neither, and the medians compared. Only ratios of one
 * run say anything; how long an answer takes does not.
 */
public final class Timing {
    /** Each of the two, after a few that warm up. */
    private static final int TURNS = 25;

    private static final int WARMING = 5;

    /** After so many, what is this close to one will not become {@link #MOST}. */
    private static final int ENOUGH = 11;

    private static final double CLOSE = 1.4;

    /** Who hears one answer through a network does not hear such a difference. */
    private static final double MOST = 2.5;

    private static final List<String> CALLERS =
            List.of("developer", "qa", "legal", "communications", "it-operations");

    private final Knocking knocking;
    private final Map<String, Integer> ports;
    private final Map<String, Double> ratios = new TreeMap<>();

    public Timing(Knocking knocking, Map<String, Integer> ports) {
        this.knocking = knocking;
        this.ports = Map.copyOf(ports);
    }

    /** Median for an id of others by median for an unknown one, by endpoint. */
    public Map<String, Double> ratios() {
        return ratios;
    }

    /** Those that are too far from one. */
    public Map<String, Double> odd() {
        Map<String, Double> odd = new TreeMap<>(ratios);
        odd.values().removeIf(ratio -> ratio < MOST && ratio > 1 / MOST);
        return odd;
    }

    /** The middle and both ends. */
    @Override
    public String toString() {
        double[] sorted = ratios.values().stream().mapToDouble(one -> one).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "%.2f in the middle of %d endpoints, %.2f to %.2f",
                sorted[sorted.length / 2],
                sorted.length,
                sorted[0],
                sorted[sorted.length - 1]);
    }

    /**
     * All endpoints that somebody without rights in the case may try. What is far off is measured
     * again, twice at most: a pause of somebody is no rule.
     */
    public Timing run(AccessTable table) throws IOException {
        measure(table);
        for (int again = 0; again < 2 && !odd().isEmpty(); again++) {
            Set<String> odd = odd().keySet();
            measure(table.only(one -> odd.contains(one.toString())));
        }
        return this;
    }

    private void measure(AccessTable table) throws IOException {
        for (Endpoint endpoint : table.endpoints()) {
            Optional<String> caller = CALLERS.stream().filter(endpoint::lets).findFirst();
            if (Matrix.isOfACase(endpoint) && !endpoint.variables().isEmpty()) {
                try (KeptLine line = new KeptLine(ports.getOrDefault(endpoint.service(), 0))) {
                    double ratio = ratio(line, endpoint, caller.orElse("developer"));
                    ratios.put(endpoint.toString(), ratio);
                }
            }
        }
    }

    private double ratio(KeptLine line, Endpoint endpoint, String caller) throws IOException {
        List<Long> forbidden = new ArrayList<>();
        List<Long> absent = new ArrayList<>();
        for (int turn = 0; turn < WARMING + TURNS; turn++) {
            boolean first = turn % 2 == 0;
            long one = nanos(line, endpoint, caller, first ? Which.FOREIGN : Which.UNKNOWN);
            long other = nanos(line, endpoint, caller, first ? Which.UNKNOWN : Which.FOREIGN);
            if (turn >= WARMING) {
                forbidden.add(first ? one : other);
                absent.add(first ? other : one);
            }
            if (forbidden.size() == ENOUGH && isClose(median(forbidden) / median(absent))) {
                break;
            }
        }
        return median(forbidden) / median(absent);
    }

    private static boolean isClose(double ratio) {
        return ratio < CLOSE && ratio > 1 / CLOSE;
    }

    private long nanos(KeptLine line, Endpoint endpoint, String caller, Which which)
            throws IOException {
        List<Question> question = List.of(knocking.question(endpoint, caller, which).orElseThrow());
        long began = System.nanoTime();
        line.ask(question);
        return System.nanoTime() - began;
    }

    private static double median(List<Long> times) {
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        return Arrays.stream(sorted, sorted.length / 2, sorted.length / 2 + 1).average().orElse(1);
    }
}
