package org.hikeshi.notifier.house;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hikeshi.casefile.EventReading;
import org.hikeshi.events.HouseEvent;
import org.hikeshi.messaging.EventHandler;
import org.hikeshi.messaging.IncomingEvent;
import org.hikeshi.messaging.Outcome;
import org.hikeshi.notifier.people.Colleague;
import org.hikeshi.notifier.people.PeopleFile;
import org.hikeshi.notifier.sending.DeliveringMail;
import org.jboss.logging.Logger;

/** Writes down who is to be told what a service says of itself. */
@Singleton
class HearingHouse implements EventHandler {
    private static final Logger LOG = Logger.getLogger(HearingHouse.class);
    private static final String OWE =
            "INSERT INTO house_notice (id, type, fact, staff, message_id, next_try)"
                    + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING";

    private final PeopleFile people;
    private final DeliveringMail delivering;
    private final InstantSource clock;

    HearingHouse(PeopleFile people, DeliveringMail delivering, InstantSource clock) {
        this.people = people;
        this.delivering = delivering;
        this.clock = clock;
    }

    @Override
    public Set<String> types() {
        return HouseLetter.TYPES;
    }

    @Override
    public Outcome handle(Connection connection, IncomingEvent event) throws SQLException {
        HouseEvent said = EventReading.read(event, HouseEvent.class);
        if (!said.service().written().equals(event.source())) {
            return Outcome.refused("said of another service");
        }
        List<String> told =
                HouseLetter.of(said).watching().stream()
                        .flatMap(role -> people.now().holding(role).stream())
                        .map(Colleague::id)
                        .distinct()
                        .toList();
        if (told.isEmpty()) {
            LOG.warnf("%s was said, and nobody is named who watches", said.type());
        }
        for (String staff : told) {
            owe(connection, event, staff);
        }
        return Outcome.handled();
    }

    private void owe(Connection connection, IncomingEvent event, String staff) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(OWE)) {
            String name = event.id() + "|" + staff;
            insert.setObject(1, UUID.nameUUIDFromBytes(name.getBytes(UTF_8)));
            insert.setString(2, event.type());
            insert.setBytes(3, event.value());
            insert.setString(4, staff);
            insert.setString(5, delivering.newMessageId());
            insert.setObject(6, clock.instant().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }
}
