package org.hikeshi.web.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

/** Which audience opens the API; what a token says of itself: BearerIT. */
class AccessTokensTest {

    private static JsonWebToken to(String... audience) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject("somebody");
        claims.setClaim("scope", "openid");
        claims.setAudience(List.of(audience));
        return new DefaultJWTCallerPrincipal(claims);
    }

    @Test
    void withAnAudienceOfItsOwnTheApiTakesNoTokenThatNamesTheClientAlone() {
        AccessTokens tokens = new AccessTokens(Optional.of(" https://api.example.com ,desk"));
        assertThat(tokens.open(to("hikeshi"))).isFalse();
        assertThat(tokens.open(to("hikeshi", "desk"))).isTrue();
        assertThat(tokens.open(to("https://api.example.com"))).isTrue();
        assertThat(tokens.open(to())).isFalse();
    }

    @Test
    void withoutOneTheFrameworkHasJudgedTheAudience() {
        assertThat(new AccessTokens(Optional.empty()).open(to("hikeshi"))).isTrue();
        assertThat(new AccessTokens(Optional.of(" ")).open(to("hikeshi"))).isTrue();
    }
}
