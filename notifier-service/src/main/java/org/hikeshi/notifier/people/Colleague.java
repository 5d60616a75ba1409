package org.hikeshi.notifier.people;

import java.util.Set;
import org.hikeshi.events.Language;
import org.hikeshi.mail.MailAddress;

/**
 * One of the people of the house.
 *
 * @param id the staff id that events name
 * @param roles such as {@code security-office}
 */
public record Colleague(String id, MailAddress address, Language language, Set<String> roles) {
    @Override
    public String toString() {
        return id; // an address never reaches a log by accident
    }
}
