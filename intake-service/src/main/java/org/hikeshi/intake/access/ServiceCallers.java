package org.hikeshi.intake.access;

import java.util.Optional;
import java.util.Set;
import org.hikeshi.trust.ServiceTokens;
import org.hikeshi.trust.TokenVerdict;
import org.jspecify.annotations.Nullable;

/** Which service calls, by the token of one call (design §5); whoever may not ask gets nothing. */
public final class ServiceCallers {

    private static final String BEARER = "Bearer ";

    private final ServiceTokens tokens;

    public ServiceCallers(ServiceTokens tokens) {
        this.tokens = tokens;
    }

    /** The calling service, if it is one of those that may; the token is spent either way. */
    public Optional<String> caller(@Nullable String authorization, Set<String> may) {
        if (authorization == null || !authorization.startsWith(BEARER)) {
            return Optional.empty();
        }
        return switch (tokens.check(authorization.substring(BEARER.length()), "intake")) {
            case TokenVerdict.Accepted accepted ->
                    Optional.of(accepted.service()).filter(may::contains);
            case TokenVerdict.Rejected rejected -> Optional.empty();
        };
    }
}
