package org.hikeshi.disclosure.advisory;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hikeshi.policy.Severity;

/**
 * Everything the public will read except number, status, dates and generator: what reviews and
 * approval are bound to. Maps are keyed by language tag ({@code ja}, {@code en}).
 *
 * @param remedy how to get the fix
 * @param workaround what helps until it is installed, or instead of it
 * @param credits lines exactly as printed
 * @param contact the desk's address as printed
 * @param disclaimer of the policy, empty if it has none
 * @param changeNote what a revision changed and why; empty for a first publication
 */
public record AdvisoryContent(
        AdvisoryKind kind,
        Map<String, AdvisoryText> texts,
        List<AffectedProduct> affected,
        List<PublishedVulnerability> vulnerabilities,
        Map<String, String> remedy,
        Map<String, String> workaround,
        List<String> credits,
        String contact,
        Map<String, String> disclaimer,
        Map<String, String> changeNote) {

    public AdvisoryContent {
        texts = new TreeMap<>(texts);
        affected = List.copyOf(affected);
        vulnerabilities = List.copyOf(vulnerabilities);
        remedy = new TreeMap<>(remedy);
        workaround = new TreeMap<>(workaround);
        credits = List.copyOf(credits);
        disclaimer = new TreeMap<>(disclaimer);
        changeNote = new TreeMap<>(changeNote);
    }

    public AdvisoryText text(String language) {
        return texts.getOrDefault(language, AdvisoryText.EMPTY);
    }

    /** The gravest one; empty if none is told. */
    public Optional<Severity> severity() {
        return vulnerabilities.stream()
                .map(PublishedVulnerability::severity)
                .filter(java.util.Objects::nonNull)
                .min(Comparator.naturalOrder());
    }

    /** The highest base score with its vector. */
    public Optional<CvssBase> highestBase() {
        return vulnerabilities.stream()
                .flatMap(one -> one.base().stream())
                .max(Comparator.comparing(CvssBase::score));
    }

    public Set<String> cves() {
        Set<String> all = new TreeSet<>();
        vulnerabilities.stream()
                .map(PublishedVulnerability::cve)
                .filter(cve -> !cve.isEmpty())
                .forEach(all::add);
        return all;
    }
}
