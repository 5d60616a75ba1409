package org.hikeshi.launcher.house;

import java.util.concurrent.CompletableFuture;
import org.hikeshi.parts.ProcessPart;

/** A part of the infrastructure as the supervisor sees it. */
record PartResident(ProcessPart part) implements Resident {
    @Override
    public String name() {
        return part.process().name();
    }

    @Override
    public void start() {
        part.restart();
    }

    @Override
    public CompletableFuture<Integer> ended() {
        return part.process().ended();
    }

    @Override
    public void stop() {
        part.close();
    }

    @Override
    public long pid() {
        return part.process().pid();
    }
}
