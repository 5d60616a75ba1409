package org.hikeshi.web.people;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.hikeshi.trust.signin.KnownAddresses;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;

/**
 * Knows a person by name and password; the principal's name is the person, the role follows from
 * it.
 */
@ApplicationScoped
public class LocalIdentities implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

    private final Passwords passwords;
    private final KnownAddresses addresses = new KnownAddresses();

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
        RoutingContext asked = HttpSecurityUtils.getRoutingContextAttribute(request);
        String address = asked == null ? "" : address(asked);
        Passwords.Place place =
                addresses.knows(name, address)
                        ? Passwords.Place.ITS_ADDRESS
                        : Passwords.Place.ANYWHERE;
        return switch (passwords.check(name, password, place)) {
            case RIGHT -> {
                addresses.signedIn(name, address);
                yield Uni.createFrom().item(of(name));
            }
            case WRONG -> Uni.createFrom().failure(new AuthenticationFailedException());
            case BRAKED ->
                    Uni.createFrom()
                            .failure(new ProblemException(Problem.of(429, "too-many-attempts")));
        };
    }

    /** As the door of the trial tells it; nobody else stands between a trial and its visitors. */
    private static String address(RoutingContext asked) {
        HttpServerRequest request = asked.request();
        String told = request.getHeader("X-Forwarded-For");
        if (told != null) {
            return told.substring(told.lastIndexOf(',') + 1).strip();
        }
        return request.remoteAddress() == null
                ? ""
                : Objects.requireNonNullElse(request.remoteAddress().hostAddress(), "");
    }
}
