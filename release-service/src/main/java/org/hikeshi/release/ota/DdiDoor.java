package org.hikeshi.release.ota;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.hikeshi.release.device.Admission;
import org.hikeshi.release.device.Device;
import org.hikeshi.release.device.Devices;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.Problems;
import org.jspecify.annotations.Nullable;

/** Lets a device in by its token, and nobody else; the same on every address below its own. */
@Singleton
class DdiDoor {
    private static final String SCHEME = "TargetToken ";

    private final Devices devices;
    private final Problems problems;

    DdiDoor(Devices devices, Problems problems) {
        this.devices = devices;
        this.problems = problems;
    }

    Response letIn(Knock knock, Function<Device, Response> answer) {
        String given = knock.header(HttpHeaders.AUTHORIZATION);
        return switch (devices.admit(knock.tenant, knock.controllerId, token(given))) {
            case Admission.Known(Device device) -> answer.apply(device);
            case Admission.Elsewhere() -> notFound(knock);
            case Admission.Stranger() -> stranger(knock);
        };
    }

    Response notFound(Knock knock) {
        return problems.answer(knock.request, Problem.notFound());
    }

    Response refused(Knock knock, int status, String code) {
        return problems.answer(knock.request, Problem.of(status, code));
    }

    private Response stranger(Knock knock) {
        Response answer = problems.answer(knock.request, Problem.of(401, "sign-in-needed"));
        return Response.fromResponse(answer)
                .header(HttpHeaders.WWW_AUTHENTICATE, null)
                .header(HttpHeaders.WWW_AUTHENTICATE, "TargetToken")
                .build();
    }

    private static @Nullable String token(@Nullable String given) {
        return given != null && given.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? given.substring(SCHEME.length()).strip()
                : null;
    }
}
