package org.hikeshi.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What all pages of a service share.
 *
 * @param trial whether the workspace holds invented data only
 */
public record Look(Desk desk, Assets assets, boolean trial) {

    /** Makes the two shared values once per service. */
    @ApplicationScoped
    static class Maker {

        @Produces
        @Singleton
        Look look(
                Desk desk,
                Assets assets,
                @ConfigProperty(name = "hikeshi.workspace", defaultValue = "trial")
                        String workspace) {
            return new Look(desk, assets, workspace.equals("trial"));
        }

        @Produces
        @Singleton
        Words words() {
            return Words.ofClassPath();
        }
    }
}
