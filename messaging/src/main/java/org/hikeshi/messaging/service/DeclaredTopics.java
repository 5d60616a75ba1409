package org.hikeshi.messaging.service;

import java.util.List;
import org.hikeshi.messaging.TopicDeclaration;

/**
 * The topics this service speaks on and listens to. A service gives this as a bean, built from the
 * contract of the events; the first one is the one its {@code Ledger} bean writes to.
 */
@FunctionalInterface
public interface DeclaredTopics {
    List<TopicDeclaration> topics();
}
