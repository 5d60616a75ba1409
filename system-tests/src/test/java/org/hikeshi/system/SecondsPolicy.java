package org.hikeshi.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hikeshi.policy.PolicyFile;
import org.hikeshi.policy.PolicyProblems;

/**
 * A bundled example with its days turned into seconds, so that a journey sees clocks pass. Nothing
 * else is changed: no clock is moved, no guard is off.
 */
final class SecondsPolicy {
    private final Map<String, String> changes = new LinkedHashMap<>();
    private final String example;

    private SecondsPolicy(String example) {
        this.example = example;
    }

    /** Example E. Whatever a journey does has minutes, so that a slow machine misses nothing. */
    static SecondsPolicy e() {
        return new SecondsPolicy("cvss-sla")
                .with("within: same business day\n  confirmation", "within: PT10M\n  confirmation")
                .with("within: 1 business day\n  first-action", "within: PT10M\n  first-action")
                .with("critical: 1 business day", "critical: PT10M")
                .with("high: 2 business days", "high: PT20M")
                .with("medium: 5 business days", "medium: PT30M")
                .with("low: 10 business days", "low: PT40M")
                .with("critical: 7 days", "critical: PT20M")
                .with("high: 14 days", "high: PT30M")
                .with("medium: 30 days", "medium: PT40M")
                .with("low: 90 days", "low: PT50M")
                .with("critical: 30 days", "critical: PT30M")
                .with("high: 45 days", "high: PT40M")
                .with("medium: 90 days", "medium: PT50M")
                .with("within: 48 hours", "within: PT20M")
                .with("warn: 24 hours", "warn: PT15M")
                .with("within: 5 business days", "within: PT30M")
                .with("within: same business day", "within: PT10M")
                .with("within: 1 minute", "within: PT5M")
                .with("deputyAfter: 30 minutes", "deputyAfter: PT10M");
    }

    /** Example A: it has few numbers, and those are the house's own. */
    static SecondsPolicy a() {
        return new SecondsPolicy("individual-ota")
                .with("within: 15 minutes", "within: PT5M")
                .with("within: 1 business day", "within: PT10M")
                .with("within: 5 business days", "within: PT20M")
                .with("within: 1 hour", "within: PT10M");
    }

    /** Example Z: every number is the house's own. */
    static SecondsPolicy z() {
        return new SecondsPolicy("psirt-notices")
                .with("within: 15 minutes", "within: PT5M")
                .with("within: 1 business day", "within: PT10M")
                .with("within: 10 business days", "within: PT20M")
                .with("critical: 30 days", "critical: PT30M")
                .with("high: 60 days", "high: PT40M")
                .with("medium: 90 days", "medium: PT50M");
    }

    private SecondsPolicy with(String text, String replacement) {
        changes.put(text, replacement);
        return this;
    }

    /** Writes it into a folder and makes sure that it may be used. */
    Path writtenTo(Path folder) throws IOException, PolicyProblems {
        String text = PolicyFile.bundledText(example).orElseThrow();
        for (Map.Entry<String, String> change : changes.entrySet()) {
            String changed = text.replace(change.getKey(), change.getValue());
            if (changed.equals(text)) {
                throw new AssertionError(example + " no longer says: " + change.getKey());
            }
            text = changed;
        }
        Path file = Files.createDirectories(folder).resolve(example + "-seconds.yaml");
        Files.writeString(file, text);
        PolicyFile.load(file);
        return file;
    }
}
