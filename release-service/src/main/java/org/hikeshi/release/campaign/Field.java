package org.hikeshi.release.campaign;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hikeshi.events.Measured;
import org.hikeshi.release.catalogue.AffectedVersions;
import org.hikeshi.release.catalogue.Catalogue;
import org.hikeshi.release.catalogue.Unit;
import org.hikeshi.release.catalogue.VersionOrder;
import org.jspecify.annotations.Nullable;

/**
 * The affected units in the field, device or not: which there are, and which are safe by now (A5,
 * A7.1). Inside the caller's transaction.
 */
@Singleton
class Field {
    private static final String RANGES =
            "SELECT product_id, versions FROM affected_range WHERE case_id = :case";
    private static final String ADD =
            """
            INSERT INTO campaign_unit (campaign_id, model, serial)
            SELECT :campaign, u.model, u.serial
              FROM unnest(cast(:models as text[]), cast(:serials as text[])) AS u (model, serial)
            ON CONFLICT DO NOTHING
            """;
    private static final String COVERAGE =
            """
            SELECT count(*), count(safe_at), count(*) FILTER (WHERE how = 'DECLARED')
              FROM campaign_unit WHERE campaign_id = :campaign
            """;
    private static final String INSTALLED =
            """
            UPDATE unit SET version = :version, changed_at = :at
             WHERE model = :model AND serial = :serial AND version <> :version
            """;
    private static final String SAFE =
            """
            UPDATE campaign_unit SET safe_at = :at, how = :how
             WHERE campaign_id = :campaign AND model = :model AND serial = :serial
               AND safe_at IS NULL
            """;

    private static final String KNOWS =
            """
            SELECT count(*) FROM campaign_unit
             WHERE campaign_id = :campaign AND model = :model AND serial = :serial
            """;

    private final Session entities;
    private final Catalogue catalogue;

    Field(Session entities, Catalogue catalogue) {
        this.entities = entities;
        this.catalogue = catalogue;
    }

    /** Adds what is affected and not counted yet, such as units entered since. */
    void survey(UUID campaign, Remedy remedy) {
        List<Unit> affected = affected(remedy);
        if (!affected.isEmpty()) {
            entities.createNativeQuery(ADD)
                    .setParameter("campaign", campaign)
                    .setParameter(
                            "models", affected.stream().map(Unit::model).toArray(String[]::new))
                    .setParameter(
                            "serials", affected.stream().map(Unit::serial).toArray(String[]::new))
                    .executeUpdate();
        }
    }

    private List<Unit> affected(Remedy remedy) {
        Map<UUID, List<AffectedVersions>> ranges = ranges(remedy.caseId());
        return catalogue.units(remedy.products()).stream()
                .filter(unit -> needs(unit, remedy.safeVersion(unit.model())))
                .filter(unit -> inside(unit, ranges.getOrDefault(unit.product(), List.of())))
                .toList();
    }

    /** Never a downgrade, and never what is there already. */
    private static boolean needs(Unit unit, @Nullable String safe) {
        return safe == null || VersionOrder.compare(unit.version(), safe) < 0;
    }

    /** A case whose ranges are not known here yet concerns every older version. */
    private static boolean inside(Unit unit, List<AffectedVersions> ranges) {
        return ranges.isEmpty()
                || ranges.stream().anyMatch(range -> range.contains(unit.version()));
    }

    private Map<UUID, List<AffectedVersions>> ranges(UUID caseId) {
        return entities.createNativeQuery(RANGES, Object[].class)
                .setParameter("case", caseId)
                .getResultStream()
                .collect(
                        Collectors.groupingBy(
                                row -> (UUID) row[0],
                                Collectors.mapping(
                                        row -> AffectedVersions.of((String) row[1]),
                                        Collectors.toList())));
    }

    Coverage coverage(UUID campaign) {
        Object[] row =
                entities.createNativeQuery(COVERAGE, Object[].class)
                        .setParameter("campaign", campaign)
                        .getSingleResult();
        return new Coverage(number(row[0]), number(row[1]), number(row[2]));
    }

    private static int number(Object value) {
        return Math.toIntExact(((Number) value).longValue());
    }

    /** A unit has this version from now on. */
    void installed(String model, String serial, String version, Instant at) {
        entities.createNativeQuery(INSTALLED)
                .setParameter("version", version)
                .setParameter("at", at)
                .setParameter("model", model)
                .setParameter("serial", serial)
                .executeUpdate();
    }

    /** A unit of a campaign is safe; false if it is none of it or was safe before. */
    boolean safe(UUID campaign, String model, String serial, Measured how, Instant at) {
        return entities.createNativeQuery(SAFE)
                        .setParameter("at", at)
                        .setParameter("how", how.name())
                        .setParameter("campaign", campaign)
                        .setParameter("model", model)
                        .setParameter("serial", serial)
                        .executeUpdate()
                == 1;
    }

    /** Whether a unit is among the affected ones of a campaign. */
    boolean knows(UUID campaign, String model, String serial) {
        return entities.createNativeQuery(KNOWS, Long.class)
                        .setParameter("campaign", campaign)
                        .setParameter("model", model)
                        .setParameter("serial", serial)
                        .getSingleResult()
                > 0;
    }
}
