package org.hikeshi.release.ota;

import java.util.HashMap;
import java.util.Map;
import org.hikeshi.casefile.RunningParts;
import org.hikeshi.parts.Ports;

/** Real parts, a port that links can name, and short patience. */
public class OtaParts extends RunningParts {
    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(super.start());
        String port = String.valueOf(Ports.free());
        settings.put("quarkus.http.test-port", port);
        settings.put("%test.quarkus.http.test-port", port);
        settings.put("hikeshi.origin", "http://localhost:" + port);
        settings.put("%test.hikeshi.origin", "http://localhost:" + port);
        settings.put("hikeshi.people", "target/test-classes/ota-people.properties");
        settings.put("hikeshi.artifacts.folder", "target/ota-artifacts");
        settings.put("hikeshi.sign-in", "true");
        settings.put("hikeshi.ota.polling", "PT1S");
        settings.put("hikeshi.ota.retry-after", "PT0S");
        settings.put("hikeshi.ota.cancel-patience", "PT2S");
        settings.put("hikeshi.ota.attempts", "2");
        settings.put("hikeshi.ota.contacts-flush", "PT0.2S");
        return settings;
    }
}
