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
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;

/**
 * Knows a person by name and password; the principal's name is the person, the role follows from
 * it.
 */
@ApplicationScoped
public class LocalIdentities implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

    private final Passwords passwords;

    LocalIdentities(Passwords passwords) {
        this.passwords = passwords;
    }

    /** The identity of a person whose proof was checked already. */
    public static SecurityIdentity of(String person) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(person))
                .addRole(People.roleOf(person))
                .build();
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        String name = request.getUsername();
        String password = new String(request.getPassword().getPassword());
        return switch (passwords.check(name, password, false)) {
            case RIGHT -> Uni.createFrom().item(of(name));
            case WRONG -> Uni.createFrom().failure(new AuthenticationFailedException());
            case BRAKED ->
                    Uni.createFrom()
                            .failure(new ProblemException(Problem.of(429, "too-many-attempts")));
        };
    }
}
