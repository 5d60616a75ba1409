/**
 * Every way in which a fact could get lost, come twice or be invented, tried on a real broker and a
 * real database. Two services, a teller and a hearer, run in this JVM or in children that can be
 * killed; one judge compares what was said with what took effect. Beside each fault stands a
 * crooked variant that the same judge must convict: a test that convicts nobody proves nothing.
 */
package org.hikeshi.messaging;
