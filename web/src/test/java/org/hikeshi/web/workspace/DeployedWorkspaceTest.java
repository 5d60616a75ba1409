package org.hikeshi.web.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.hikeshi.web.workspace.DeployedWorkspace.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeployedWorkspaceTest {

    private static final String ID = "https://id.example.com";
    private static final String DESK = "https://security.example.com";

    private static Optional<String> with(
            String workspace,
            String origin,
            boolean people,
            String provider,
            boolean secret,
            boolean key,
            boolean trialKeys) {
        return DeployedWorkspace.refusal(
                new Settings(workspace, origin, people, provider, secret, key, trialKeys));
    }

    @Test
    void aDeployedOneStartsWithEverythingOfItsOwn() {
        assertThat(with("deployed", DESK, false, ID, true, true, false)).isEmpty();
    }

    @Test
    void aTrialStartsWithWhatTheLauncherMade() {
        assertThat(with("trial", "http://localhost:8080", true, "", false, true, true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "deployed, https://s.example.com, true, https://id.example.com, true, true, false,"
                + " HIKESHI_PEOPLE",
        "deployed, https://s.example.com, false, '', true, true, false, HIKESHI_OIDC_SERVER",
        "deployed, https://s.example.com, false, http://id.example.com, true, true, false,"
                + " HIKESHI_OIDC_SERVER",
        "deployed, https://s.example.com, false, https://id.example.com, false, true, false,"
                + " HIKESHI_OIDC_SECRET_FILE",
        "deployed, https://s.example.com, false, https://id.example.com, true, false, false,"
                + " HIKESHI_SESSION_KEY",
        "deployed, http://s.example.com, false, https://id.example.com, true, true, false,"
                + " HIKESHI_ORIGIN",
        "deployed, https://s.example.com, false, https://id.example.com, true, true, true,"
                + " HIKESHI_KEY_DIRECTORY",
        "Deployed, https://s.example.com, false, https://id.example.com, true, true, false,"
                + " HIKESHI_WORKSPACE"
    })
    void eachThingOfATrialIsRefusedByName(
            String workspace,
            String origin,
            boolean people,
            String provider,
            boolean secret,
            boolean key,
            boolean trialKeys,
            String setting) {
        assertThat(with(workspace, origin, people, provider, secret, key, trialKeys))
                .hasValueSatisfying(reason -> assertThat(reason).contains(setting));
    }
}
