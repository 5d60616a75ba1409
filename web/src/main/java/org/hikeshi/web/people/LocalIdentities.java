package org.hikeshi.web.people;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;

/**
 * Knows a person by name and password; the principal's name is the person, the role follows from
 * it.
 */
@ApplicationScoped
class LocalIdentities implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

    private static final String NOBODY = "";

    private final People people;
    private final Brake brake = new Brake(InstantSource.system());

    LocalIdentities(People people) {
        this.people = people;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        String name = request.getUsername();
        String entry = people.knows(name) ? name : NOBODY;
        if (!brake.lets(entry)) {
            return Uni.createFrom()
                    .failure(new ProblemException(Problem.of(429, "too-many-attempts")));
        }
        if (!people.isPassword(name, new String(request.getPassword().getPassword()))) {
            brake.failed(entry);
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        brake.succeeded(entry);
        return Uni.createFrom()
                .item(
                        QuarkusSecurityIdentity.builder()
                                .setPrincipal(new QuarkusPrincipal(name))
                                .addRole(People.roleOf(name))
                                .build());
    }
}
