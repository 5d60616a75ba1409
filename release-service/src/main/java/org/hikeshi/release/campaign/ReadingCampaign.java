package org.hikeshi.release.campaign;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hikeshi.casefile.SeenCases;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.release.artifact.ArtifactFile;
import org.jspecify.annotations.Nullable;

/** Puts together what is shown of a campaign. */
@Singleton
class ReadingCampaign {
    private static final Duration LONG_SILENCE = Duration.ofDays(7);
    private static final String SILENT =
            """
            SELECT count(*) FROM ota_action a JOIN device d ON d.device_id = a.device_id
             WHERE a.campaign_id = :campaign AND a.latest
               AND coalesce(d.last_contact_at, d.registered_at) < :since
            """;
    private static final String SWITCHED_OFF =
            """
            SELECT count(*) FROM ota_action a JOIN device_attribute t ON t.device_id = a.device_id
             WHERE a.campaign_id = :campaign AND a.latest AND t.name = 'updates' AND t.value = 'off'
            """;

    private final Campaigns campaigns;
    private final Actions actions;
    private final Field field;
    private final Remedies remedies;
    private final Session entities;
    private final Transactions transactions;
    private final InstantSource clock;

    ReadingCampaign(
            Campaigns campaigns,
            Actions actions,
            Field field,
            Remedies remedies,
            Session entities,
            Transactions transactions,
            InstantSource clock) {
        this.campaigns = campaigns;
        this.actions = actions;
        this.field = field;
        this.remedies = remedies;
        this.entities = entities;
        this.transactions = transactions;
        this.clock = clock;
    }

    Optional<Campaign> campaign(UUID id) {
        return transactions.inTransaction(connection -> campaigns.byId(id));
    }

    List<Campaign> ofRemediation(UUID remediation) {
        return transactions.inTransaction(connection -> campaigns.ofRemediation(remediation));
    }

    List<Campaign> newest(SeenCases seen, int most) {
        return transactions.inTransaction(connection -> campaigns.newest(seen, most));
    }

    Optional<Overview> overview(UUID id) {
        return transactions.inTransaction(connection -> campaigns.byId(id).map(this::overview));
    }

    private Overview overview(Campaign campaign) {
        UUID id = campaign.key();
        Map<ActionState, Long> states = new EnumMap<>(ActionState.class);
        actions.counts(id)
                .values()
                .forEach(stage -> stage.forEach((state, n) -> states.merge(state, n, Long::sum)));
        Instant counted = Optional.ofNullable(campaigns.row(id).countedFrom).orElse(Instant.EPOCH);
        Remedy remedy = remedies.byId(campaign.remediation().value()).orElseThrow();
        return new Overview(
                campaign,
                models(remedy),
                version(remedy),
                field.coverage(id),
                states,
                actions.troubles(id),
                count(SILENT, id, clock.instant().minus(LONG_SILENCE)),
                count(SWITCHED_OFF, id, null),
                campaigns.stages(id).stream()
                        .map(
                                row ->
                                        new Overview.StageView(
                                                row, actions.results(id, row.number, counted)))
                        .toList(),
                campaigns.steps(campaign));
    }

    private static String models(Remedy remedy) {
        return remedy.files().stream()
                .map(ArtifactFile::model)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String version(Remedy remedy) {
        String files =
                remedy.files().stream()
                        .map(ArtifactFile::version)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "));
        return files.isEmpty() ? Optional.ofNullable(remedy.version()).orElse("") : files;
    }

    private long count(String sql, UUID campaign, @Nullable Instant since) {
        var query = entities.createNativeQuery(sql, Long.class).setParameter("campaign", campaign);
        if (since != null) {
            query.setParameter("since", since);
        }
        return ((Number) query.getSingleResult()).longValue();
    }
}
