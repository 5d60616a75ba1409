package org.hikeshi.web;

import java.time.Instant;

/**
 * Whose desk this is. Each service provides one bean of this type from its policy; without one the
 * pages carry the name of the software.
 */
public interface Desk {

    /** The organisation's public name, as the policy writes it in that language. */
    String organisation(Language language);

    /** The first language of the policy: spoken to whoever states no wish. */
    Language firstLanguage();

    /** A moment as people read it: weekday, hour and zone. */
    default String moment(Instant at, Language language) {
        return at.toString();
    }

    /** A due date as people read it: the day alone where it ends with the day. */
    default String due(Instant at, Language language) {
        return moment(at, language);
    }
}
