package org.hikeshi.events;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Events made from a seed, so that a failure can be repeated. */
record SomeEvents(Random random) {

    static SomeEvents ofSeed(long seed) {
        return new SomeEvents(new Random(seed));
    }

    CaseEvent next() {
        return switch (random.nextInt(3)) {
            case 0 -> received();
            case 1 ->
                    new ReporterNotified(
                            new CaseId(uuid()),
                            new ReportId(uuid()),
                            MailTemplate.RECEIPT,
                            new ObligationId(uuid()),
                            instant(),
                            one(NotifiedBy.MAIL, NotifiedBy.STATUS_PAGE));
            default ->
                    new DeliveryFailed(
                            new CaseId(uuid()),
                            new ReportId(uuid()),
                            MailTemplate.RECEIPT,
                            new ObligationId(uuid()),
                            instant(),
                            one(DeliveryFailure.REFUSED, DeliveryFailure.EXPIRED),
                            random.nextInt(Integer.MAX_VALUE));
        };
    }

    ReportReceived received() {
        return new ReportReceived(
                new CaseId(uuid()),
                new ReportId(uuid()),
                TrackingCode.generate(new SecureRandom()),
                random.nextBoolean() ? new ProductId(uuid()) : null,
                PolicyVersion.parse(random.nextInt(10) + "." + random.nextInt(100)),
                instant(),
                one(Source.DESK, Source.CERT, Source.SBOM),
                one(Channel.FORM, Channel.API),
                one(Language.JA, Language.EN, Language.BOTH),
                random.nextBoolean());
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private Instant instant() {
        return Instant.ofEpochSecond(
                random.nextLong(0, 253_402_300_800L), random.nextInt(1_000_000_000));
    }

    @SafeVarargs
    private <T> T one(T... choices) {
        return List.of(choices).get(random.nextInt(choices.length));
    }
}
