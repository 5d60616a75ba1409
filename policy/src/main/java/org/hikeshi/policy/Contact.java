package org.hikeshi.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A way to reach the desk (A2-contact, E5.4, Z1), for an audience or a region. */
public record Contact(
        @Key(says = "To whom this contact speaks") Audience audience,
        @Key(says = "For which region, per language; everywhere if left out")
                Optional<Map<Language, String>> region,
        @Key(says = "The mail address") Optional<MailAddress> mail,
        @Key(says = "A page of this site, such as /report") Optional<String> page,
        @Key(says = "What to use it for, per language") Optional<Map<Language, String>> purpose)
        implements Checked {
    @Override
    public List<Complaint> complaints() {
        return mail.isEmpty() && page.isEmpty()
                ? List.of(new Complaint("", Mistake.NO_WAY_TO_REACH))
                : List.of();
    }

    /** Whether a reporter may use it. */
    boolean forReporters() {
        return audience == Audience.REPORTERS || audience == Audience.EVERYBODY;
    }
}
