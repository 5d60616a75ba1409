package org.hikeshi.web;

/**
 * Whose desk this is. Each service provides one bean of this type from its policy; without one the
 * pages carry the name of the software.
 */
public interface Desk {

    /** The organisation's public name, as the policy writes it in that language. */
    String organisation(Language language);

    /** The first language of the policy: spoken to whoever states no wish. */
    Language firstLanguage();
}
