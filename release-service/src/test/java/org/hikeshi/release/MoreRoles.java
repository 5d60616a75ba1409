package org.hikeshi.release;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;

/** An identity provider may give people several roles; local people of a test have this header. */
@ApplicationScoped
public class MoreRoles implements SecurityIdentityAugmentor {
    public static final String HEADER = "Test-More-Roles";

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity,
            AuthenticationRequestContext context,
            Map<String, Object> attributes) {
        RoutingContext request = HttpSecurityUtils.getRoutingContextAttribute(attributes);
        String more = request == null ? null : request.request().getHeader(HEADER);
        return Uni.createFrom()
                .item(
                        more == null || identity.isAnonymous()
                                ? identity
                                : QuarkusSecurityIdentity.builder(identity)
                                        .addRoles(Set.of(more.split(",")))
                                        .build());
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom().item(identity);
    }
}
