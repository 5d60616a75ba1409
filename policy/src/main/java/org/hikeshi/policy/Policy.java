package org.hikeshi.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A vendor's policy as one immutable value: what one YAML file says and nothing else. Absent parts
 * are empty, and what a policy does not have is neither shown nor enforced. Read one with {@link
 * PolicyFile}; only that guarantees consistency.
 */
public record Policy(
        @Key(says = "Number of this version, in quotes") VersionNumber version,
        @Key(says = "Day this version was written") LocalDate created,
        @Key(says = "Day it takes effect") LocalDate effective,
        @Key(says = "The department that owns the policy, per language")
                Map<Language, String> owner,
        @Key(
                        says = "The role whose approval of the file's hash puts it into force",
                        otherwise = "ciso")
                Role approvedBy,
        @Key(says = "Languages of the policy; the first is authoritative") List<Language> languages,
        @Key(says = "What changed from version to version", otherwise = "") List<Change> changes,
        @Key(says = "Who speaks") Organisation organisation,
        @Key(says = "How to reach the desk") List<Contact> contacts,
        @Key(says = "What is covered") Scope scope,
        @Key(says = "Who answers for what", otherwise = "") List<RoleDuty> roles,
        @Key(says = "Where reports and findings come from", otherwise = "") List<Source> sources,
        @Key(says = "How severity is decided") SeverityScheme severity,
        @Key(says = "What besides severity sets the order") Optional<Priority> priority,
        @Key(says = "Which days count, and when they end") BusinessCalendar calendar,
        @Key(says = "What is due when", otherwise = "") Map<ClockName, ClockRule> clocks,
        @Key(says = "How long blocking questions may pause a clock") Optional<Pause> pause,
        @Key(says = "What reaches whom at once") Optional<Escalation> escalation,
        @Key(says = "What is checked before anything leaves", otherwise = "") List<Gate> gates,
        @Key(says = "What must be true before publication") Disclosure disclosure,
        @Key(says = "Who must say yes before a text goes out") Review review,
        @Key(says = "Which fact tells whom", otherwise = "") List<Telling> tellings,
        @Key(says = "How often a reporter hears from us") Rhythm rhythm,
        @Key(says = "How long products get updates") Optional<Support> support,
        @Key(says = "How long records are kept") Records records,
        @Key(says = "The vendor's own legal words") Optional<OwnTexts> texts,
        @Key(says = "Chapters in the vendor's own prose", otherwise = "") List<Chapter> chapters)
        implements Checked {

    /** The authoritative language. */
    public Language firstLanguage() {
        return languages.getFirst();
    }

    /** The rule of a clock, if this policy has it; what it does not have is not enforced. */
    public Optional<ClockRule> clock(ClockName name) {
        return Optional.ofNullable(clocks.get(name));
    }

    /** The legal words, all empty if the policy has none. */
    public OwnTexts ownTexts() {
        return texts.orElse(OwnTexts.NONE);
    }

    /** What a role is called in this company. */
    public String roleName(Role role, Language language) {
        return roles.stream()
                .filter(r -> r.role() == role)
                .map(r -> r.name().get(language))
                .findFirst()
                .orElseGet(() -> Labels.of(role, language));
    }

    /** What the public may read of this policy in one of its languages. */
    public PublicPolicy publicText(Language language) {
        return PublicText.of(this, language);
    }

    @Override
    public List<Complaint> complaints() {
        List<Complaint> all = new ArrayList<>();
        if (effective.isBefore(created)) {
            all.add(
                    new Complaint(
                            "effective", Mistake.EFFECTIVE_BEFORE_CREATED, created.toString()));
        }
        if (contacts.stream().noneMatch(Contact::forReporters)) {
            all.add(new Complaint("contacts", Mistake.NO_OFFICIAL_DESK));
        }
        clocks.forEach((name, rule) -> unfit(name, rule).ifPresent(all::add));
        return all;
    }

    private static Optional<Complaint> unfit(ClockName name, ClockRule rule) {
        String key = "clocks." + name.written();
        if (name == ClockName.PROGRESS) {
            return Optional.of(new Complaint(key, Mistake.PROGRESS_IS_RHYTHM));
        }
        if (name.anchors().contains(rule.starts())) {
            return Optional.empty();
        }
        String known =
                String.join(", ", name.anchors().stream().map(Words::written).sorted().toList());
        String given = Words.written(rule.starts());
        return Optional.of(new Complaint(key + ".starts", Mistake.ANCHOR_UNFIT, given, known));
    }
}
