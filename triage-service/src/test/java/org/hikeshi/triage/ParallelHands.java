package org.hikeshi.triage;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several people press the same button in the same moment. */
public final class ParallelHands {
    public static final int HANDS = 4;

    private ParallelHands() {}

    /** What each of them was answered. */
    public static <T> List<T> press(Callable<T> button) throws Exception {
        try (ExecutorService hands = Executors.newFixedThreadPool(HANDS)) {
            List<Future<T>> answers = hands.invokeAll(Collections.nCopies(HANDS, button));
            List<T> all = new java.util.ArrayList<>();
            for (Future<T> answer : answers) {
                all.add(answer.get());
            }
            return all;
        }
    }
}
