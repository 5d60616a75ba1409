package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Events of every type made from a seed, so that a failure can be repeated. */
record SomeEvents(Random random) {

    static SomeEvents ofSeed(long seed) {
        return new SomeEvents(new Random(seed));
    }

    SaidEvent next() {
        return (SaidEvent) record(one(EventType.values()).record());
    }

    ReportReceived received() {
        return (ReportReceived) record(ReportReceived.class);
    }

    private Object record(Class<?> type) {
        try {
            RecordComponent[] parts = type.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Object[] values = Arrays.stream(parts).map(this::part).toArray();
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type.getSimpleName(), e);
        }
    }

    private @Nullable Object part(RecordComponent part) {
        if (part.getAnnotatedType().isAnnotationPresent(Nullable.class) && random.nextBoolean()) {
            return null;
        }
        if (part.getGenericType() instanceof ParameterizedType list) {
            Class<?> element = (Class<?>) list.getActualTypeArguments()[0];
            return Stream.generate(() -> value(element)).limit(random.nextInt(4)).toList();
        }
        if (part.getType() == int.class) {
            return part.getName().equals("permille")
                    ? random.nextInt(1001)
                    : 1 + random.nextInt(Integer.MAX_VALUE);
        }
        return value(part.getType());
    }

    private Object value(Class<?> type) {
        if (type.isEnum()) {
            return one(Arrays.stream(type.getEnumConstants()).filter(SomeEvents::said).toArray());
        }
        return switch (type.getSimpleName()) {
            case "Instant" ->
                    Instant.ofEpochSecond(
                            random.nextLong(0, 253_402_300_800L), random.nextInt(1_000_000_000));
            case "LocalDate" -> LocalDate.ofEpochDay(random.nextLong(0, 2_932_896));
            case "BigDecimal" -> BigDecimal.valueOf(random.nextInt(101), 1);
            case "boolean" -> random.nextBoolean();
            case "UUID" -> new UUID(random.nextLong(), random.nextLong());
            case "TrackingCode" -> TrackingCode.generate(new SecureRandom());
            case "PolicyVersion" ->
                    PolicyVersion.parse(random.nextInt(10) + "." + random.nextInt(100));
            case "StaffId" -> new StaffId(one("ciso", "developer-2", "0a1b2c3d"));
            case "Cwe" -> new Cwe("CWE-" + (1 + random.nextInt(1500)));
            case "CveId" -> new CveId("CVE-2026-" + (1000 + random.nextInt(100_000)));
            case "CvssVector" -> new CvssVector("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H");
            case "Version" -> new Version(one("1.0", "V2.10-rc1", "2026.4+build_7"));
            case "VersionRange" -> new VersionRange(one("*", "1.0", ">=1.0|<2.4.1"));
            case "ContentHash" -> new ContentHash(HexFormat.of().formatHex(bytes(32)));
            case "PublicationId" -> new PublicationId(one("EX-SA-2026-7K3M", "EX-SN-2027-0000"));
            case "ModelName" -> new ModelName(one("HX-100", "gateway_2"));
            case "PublicName" -> new PublicName(one("Home Hub 100", "家庭用ゲートウェイ"));
            default -> record(type);
        };
    }

    private static boolean said(Object constant) {
        try {
            Enum<?> one = (Enum<?>) constant;
            return !one.getDeclaringClass()
                    .getField(one.name())
                    .isAnnotationPresent(JsonEnumDefaultValue.class);
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    @SafeVarargs
    private <T> T one(T... choices) {
        return List.of(choices).get(random.nextInt(choices.length));
    }
}
