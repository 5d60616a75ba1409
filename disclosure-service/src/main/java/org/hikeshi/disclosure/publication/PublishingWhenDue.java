package org.hikeshi.disclosure.publication;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.disclosure.advisory.Advisories;
import org.hikeshi.disclosure.advisory.Advisory;
import org.hikeshi.disclosure.advisory.AdvisoryState;
import org.hikeshi.disclosure.advisory.AskingPeople;
import org.hikeshi.disclosure.advisory.Dossier;
import org.hikeshi.disclosure.advisory.OpeningDossier;
import org.hikeshi.disclosure.advisory.Person;
import org.hikeshi.disclosure.date.PlanningDisclosure;
import org.hikeshi.messaging.Timer;
import org.hikeshi.messaging.TimerHandler;
import org.hikeshi.policy.Role;

/**
 * The date has come: what is approved and free goes out by itself. What is not yet ready becomes a
 * task of the office, and goes out by itself as soon as nothing stands in the way any more.
 */
@Singleton
class PublishingWhenDue implements TimerHandler {
    private static final Person HOUSE =
            new Person("disclosure", EnumSet.noneOf(Role.class), anyCase -> true);

    private final Advisories advisories;
    private final OpeningDossier opening;
    private final Obstacles obstacles;
    private final PublishingAdvisory publishing;
    private final AskingPeople asking;

    PublishingWhenDue(
            Advisories advisories,
            OpeningDossier opening,
            Obstacles obstacles,
            PublishingAdvisory publishing,
            AskingPeople asking) {
        this.advisories = advisories;
        this.opening = opening;
        this.obstacles = obstacles;
        this.publishing = publishing;
        this.asking = asking;
    }

    @Override
    public String kind() {
        return PlanningDisclosure.TIMER;
    }

    @Override
    public void fire(Connection connection, Timer timer) throws SQLException {
        Optional<Advisory> held = advisories.lock(UUID.fromString(timer.payload()));
        if (held.isEmpty()) {
            return;
        }
        Dossier dossier = opening.of(held.get());
        AdvisoryState state = dossier.state();
        if (state == AdvisoryState.PUBLISHED || state == AdvisoryState.WITHDRAWN) {
            return;
        }
        List<String> inTheWay = obstacles.of(held.get());
        if (inTheWay.contains("too-early")) {
            return; // the date was moved: its own timer will come
        }
        if (state != AdvisoryState.APPROVED || !inTheWay.isEmpty()) {
            asking.publishByHand(connection, held.get());
            return;
        }
        if (!obstacles.clocksAgree()) {
            throw new IllegalStateException("the clocks disagree: tried again later");
        }
        publishing.goOut(connection, dossier, HOUSE);
    }
}
