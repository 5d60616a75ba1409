package org.hikeshi.release.campaign;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.hikeshi.events.Measured;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.release.artifact.ArtifactFile;
import org.hikeshi.release.device.Device;
import org.hikeshi.release.device.Devices;

/** What campaigns want of one device, and what it says about it; whatever protocol it speaks. */
@Singleton
public class DeviceWork {
    private final Actions actions;
    private final Campaigns campaigns;
    private final Remedies remedies;
    private final Field field;
    private final Devices devices;
    private final Rollout rollout;
    private final Transactions transactions;
    private final InstantSource clock;
    private final OtaSettings settings;

    DeviceWork(
            Actions actions,
            Campaigns campaigns,
            Remedies remedies,
            Field field,
            Devices devices,
            Rollout rollout,
            Transactions transactions,
            InstantSource clock,
            OtaSettings settings) {
        this.actions = actions;
        this.campaigns = campaigns;
        this.remedies = remedies;
        this.field = field;
        this.devices = devices;
        this.rollout = rollout;
        this.transactions = transactions;
        this.clock = clock;
        this.settings = settings;
    }

    public Offer offer(Device device) {
        return transactions.inTransaction(
                connection -> Offer.of(actions.open(device.id()), clock.instant()));
    }

    /** What is to be installed; empty if that action is not this device's or not offered now. */
    public Optional<Work> fetch(Device device, int action) {
        return transactions.inTransaction(
                connection -> {
                    Instant now = clock.instant();
                    boolean offered =
                            actions.open(device.id()).stream()
                                    .anyMatch(
                                            open ->
                                                    open.number() == action
                                                            && open.mayBeFetched(now));
                    return offered ? work(device, action, now) : Optional.<Work>empty();
                });
    }

    private Optional<Work> work(Device device, int number, Instant now) {
        ActionRow action = actions.lock(device.id(), number).orElseThrow();
        Campaign campaign = campaigns.byId(action.campaign).orElseThrow();
        action.state.on(DeviceReport.FETCHED).ifPresent(next -> action.state = next);
        if (action.retrievedAt == null) {
            action.retrievedAt = now;
        }
        return remedies.byId(campaign.remediation().value())
                .flatMap(remedy -> remedy.fileFor(device.model()))
                .map(file -> new Work(number, file, campaign.automatic()));
    }

    /** Whether we wait for this device to stop that action. */
    public boolean stopping(Device device, int action) {
        return state(device, action).filter(ActionState.CANCELLING::equals).isPresent();
    }

    /** Whether that action of this device has ended. */
    public boolean ended(Device device, int action) {
        return state(device, action).filter(ActionState::closed).isPresent();
    }

    private Optional<ActionState> state(Device device, int action) {
        return transactions.inTransaction(
                connection -> actions.find(device.id(), action).map(found -> found.state));
    }

    /** The file of an action that this device has fetched, unless it was cancelled. */
    public Optional<ArtifactFile> file(Device device, int action) {
        return transactions.inTransaction(
                connection ->
                        actions.find(device.id(), action)
                                .filter(found -> found.retrievedAt != null)
                                .filter(found -> found.state != ActionState.CANCELLED)
                                .map(found -> campaigns.row(found.campaign).remediation)
                                .flatMap(remedies::byId)
                                .flatMap(remedy -> remedy.fileFor(device.model())));
    }

    /** Takes a report about an action. */
    public Heard report(Device device, int action, DeviceReport report, List<String> lines) {
        return transactions.inTransaction(
                connection -> {
                    Optional<ActionRow> row = actions.lock(device.id(), action);
                    if (row.isEmpty() || row.get().state == ActionState.PLANNED) {
                        return Heard.UNKNOWN;
                    }
                    Optional<ActionState> next = row.get().state.on(report);
                    if (next.isEmpty()) {
                        return Heard.CLOSED;
                    }
                    moved(device, row.get(), next.get(), lines);
                    return Heard.TAKEN;
                });
    }

    private void moved(Device device, ActionRow row, ActionState to, List<String> lines) {
        Instant now = clock.instant();
        row.state = to;
        if (!lines.isEmpty()) {
            row.details = String.join("\n", lines);
        }
        if (!to.closed()) {
            return;
        }
        row.closedAt = now;
        if (to == ActionState.FINISHED) {
            finished(device, row, now);
        } else if (to == ActionState.ERROR) {
            failed(row, lines, now);
        }
        transactions.afterCommit(rollout::wake);
    }

    private void finished(Device device, ActionRow row, Instant now) {
        CampaignRow campaign = campaigns.row(row.campaign);
        remedies.byId(campaign.remediation)
                .flatMap(remedy -> remedy.fileFor(device.model()))
                .ifPresent(
                        file ->
                                field.installed(
                                        device.model(), device.serial(), file.version(), now));
        field.safe(row.campaign, device.model(), device.serial(), Measured.MEASURED, now);
        devices.askAgain(device.id());
    }

    private void failed(ActionRow row, List<String> lines, Instant now) {
        row.trouble = Trouble.of(lines);
        row.lastFailedAt = now;
        boolean offers = campaigns.row(row.campaign).state.offers();
        if (offers && !row.trouble.refusal() && row.attempt % settings.attempts() != 0) {
            actions.add(row.retried(ActionNumbers.next(), now.plus(settings.retryAfter()), now));
        }
    }
}
