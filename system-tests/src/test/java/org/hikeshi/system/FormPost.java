package org.hikeshi.system;

import java.io.IOException;

/** The report form as a browser without script sends it. */
final class FormPost {
    record Received(String trackingCode, String accessKey) {}

    private final RunningSystem system;

    FormPost(RunningSystem system) {
        this.system = system;
    }

    void fill(SecretReport report) {}

    Received send(String from) throws IOException {
        throw new IOException("not yet");
    }
}
