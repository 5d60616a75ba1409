package org.hikeshi.policy;

import java.util.List;

/** What is wrong at a key below the part that complains; the loader knows the line. */
record Complaint(String key, Mistake mistake, List<String> arguments) {
    Complaint(String key, Mistake mistake, String... arguments) {
        this(key, mistake, List.of(arguments));
    }
}
