package org.hikeshi.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks all services at once; each has a process of its own. */
interface InEachService {
    void in(String service) throws Exception;

    static void atOnce(InEachService each) throws Exception {
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> running = new ArrayList<>();
            for (String service : RunningSystem.SERVICES) {
                Callable<String> one =
                        () -> {
                            each.in(service);
                            return service;
                        };
                running.add(together.submit(one));
            }
            for (Future<String> one : running) {
                Objects.requireNonNull(one.get());
            }
        }
    }
}
