package org.hikeshi.web.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.hikeshi.trust.audit.Actors;
import org.jspecify.annotations.Nullable;

/**
 * A person as the token names it.
 *
 * @param name the staff id: the {@code sub} where it has the form of one (events.StaffId), else
 *     {@code p-} and the first 160 bits of its SHA-256, in hex. So it is too where the {@code sub}
 *     would read as somebody else: as a service or the reporter in the record, or as such a hash.
 */
record StaffToken(String name, JsonWebToken token) implements JsonWebToken {

    private static final Pattern STAFF_ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern HASHED = Pattern.compile("p-[0-9a-f]{40}");

    static StaffToken of(JsonWebToken token) {
        return new StaffToken(staffId(Objects.requireNonNull(token.getSubject())), token);
    }

    static String staffId(String subject) {
        if (STAFF_ID.matcher(subject).matches()
                && !Actors.NO_PEOPLE.contains(subject)
                && !HASHED.matcher(subject).matches()) {
            return subject;
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(subject.getBytes(StandardCharsets.UTF_8));
            return "p-" + HexFormat.of().formatHex(hash, 0, 20);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Set<String> getClaimNames() {
        return token.getClaimNames();
    }

    @Override
    public <T> @Nullable T getClaim(String claim) {
        return token.getClaim(claim);
    }
}
