package org.hikeshi.dist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What the components say about their licences, and the list for people. */
final class Licences {
    private Licences() {}

    /** SPDX ids, expressions or plain names. */
    static List<String> of(JsonNode component) {
        List<String> all = new ArrayList<>();
        for (JsonNode choice : component.path("licenses")) {
            JsonNode licence = choice.path("license");
            for (JsonNode said :
                    List.of(choice.path("expression"), licence.path("id"), licence.path("name"))) {
                if (said.isTextual()) {
                    all.add(said.asText());
                    break;
                }
            }
        }
        return all;
    }

    static String list(Iterable<ObjectNode> components) {
        StringBuilder text =
                new StringBuilder(
                        """
                        Parts of others in this release / この配布物に含まれる第三者のソフトウェア

                        One line each: name, version: licences as the part itself states them, several with a
                        semicolon between them. The texts lie in the jars, mostly as META-INF/LICENSE. The same with
                        digests and places: sbom.cdx.json.
                        一行に一件です。名前、版、ライセンス(各ソフトウェアの記載のまま。複数のときはセミコロン区切り)の順です。
                        本文は各 jar の中(多くは META-INF/LICENSE)にあります。ハッシュ値と場所は sbom.cdx.json にあります。

                        """);
        for (ObjectNode component : components) {
            if (!Inventory.isOurs(component)) {
                text.append(line(component)).append('\n');
            }
        }
        return text.toString();
    }

    private static String line(ObjectNode component) {
        String group = component.path("group").asText();
        String name = component.path("name").asText();
        return (group.isEmpty() ? name : group + ":" + name)
                + ", "
                + component.path("version").asText()
                + ": "
                + String.join("; ", of(component));
    }
}
