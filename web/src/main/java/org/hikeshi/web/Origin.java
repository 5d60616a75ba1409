package org.hikeshi.web;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one public address of this installation ({@code hikeshi.origin}), from which every link is
 * built; a {@code Host} header never decides an address.
 */
@Singleton
public class Origin {

    private final String scheme;
    private final String host;
    private final int port;

    Origin(@ConfigProperty(name = "hikeshi.origin") String configured) {
        URI address = URI.create(configured.strip());
        if (address.getHost() == null
                || address.getScheme() == null
                || !address.getScheme().matches("https?")
                || !address.getRawPath().matches("/?")
                || address.getRawQuery() != null
                || address.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "hikeshi.origin must read like https://security.example.com, not "
                            + configured);
        }
        this.scheme = address.getScheme();
        this.host = address.getHost().toLowerCase(Locale.ROOT);
        this.port = address.getPort();
    }

    /** {@code https://security.example.com}, without slash at the end. */
    public String address() {
        return scheme + "://" + authority(port);
    }

    /** An absolute link; {@code path} begins with a slash. */
    public String link(String path) {
        return address() + path;
    }

    public boolean https() {
        return scheme.equals("https");
    }

    /**
     * Whether a {@code Host} header names this origin.
     *
     * @param ownPort the port on which the request came in; stands in where the configured one is 0
     */
    public boolean isHost(String header, int ownPort) {
        String wanted = authority(port == 0 ? ownPort : port);
        String given = header.toLowerCase(Locale.ROOT);
        return given.equals(wanted) || given.equals(wanted + ":" + (https() ? 443 : 80));
    }

    /** Whether an {@code Origin} header (RFC 6454) is this origin. */
    public boolean isOrigin(String header, int ownPort) {
        String prefix = scheme + "://";
        return header.startsWith(prefix) && isHost(header.substring(prefix.length()), ownPort);
    }

    private String authority(int shown) {
        boolean usual = shown == -1 || shown == (https() ? 443 : 80);
        return usual ? host : host + ":" + shown;
    }
}
