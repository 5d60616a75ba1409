package org.hikeshi.notifier.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.hikeshi.notifier.ledger.Audience;
import org.hikeshi.notifier.ledger.Template;
import org.hikeshi.policy.MailName;
import org.hikeshi.policy.Policy;
import org.hikeshi.policy.PolicyFile;
import org.junit.jupiter.api.Test;

/** Which clause promises which mail: the table in {@code docs/states/mail.md}. */
class MailsByPolicyTest {
    private static final List<String> EXAMPLES =
            List.of("cvss-sla", "individual-ota", "psirt-notices");
    private static final String MARK = "writes it -->\n";

    /** What the reporter hears of a download is the house's own practice under Z. */
    @Test
    void noClauseOfZPromisesAWordAboutDistribution() {
        Policy z = policy("psirt-notices");
        assertThat(Clauses.of(Template.BEGUN, z)).isEqualTo("house");
        assertThat(Clauses.of(Template.COMPLETED, z)).isEqualTo("house");
        Policy a = policy("individual-ota");
        assertThat(Clauses.of(Template.BEGUN, a)).isEqualTo("A3.4");
        assertThat(Clauses.of(Template.COMPLETED, a)).isEqualTo("A4.4");
    }

    @Test
    void theDocumentSaysWhatTheCodeDoes() throws IOException {
        Path document = Path.of("..", "docs", "states", "mail.md");
        String text = Files.readString(document);
        String head = text.substring(0, text.indexOf(MARK) + MARK.length());
        if (Boolean.getBoolean("hikeshi.write-docs")) {
            Files.writeString(document, head + table());
        }
        assertThat(document).hasContent(head + table());
    }

    private static String table() {
        StringBuilder table = new StringBuilder("\n| mail |");
        EXAMPLES.forEach(name -> table.append(" `").append(name).append("` |"));
        table.append("\n|---|").append("---|".repeat(EXAMPLES.size())).append('\n');
        for (Template template : Template.values()) {
            table.append("| ").append(template.number()).append(' ').append(name(template));
            EXAMPLES.forEach(name -> table.append(" | ").append(promised(template, policy(name))));
            table.append(" |\n");
        }
        return table.toString();
    }

    private static String promised(Template template, Policy policy) {
        boolean named =
                policy.tellings().stream()
                        .anyMatch(t -> t.mail() == MailName.valueOf(template.number()));
        return template.audience() == Audience.CUSTOMER && !named
                ? "not sent"
                : Clauses.of(template, policy);
    }

    private static String name(Template template) {
        return template.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Policy policy(String example) {
        return PolicyFile.loadBundled(example).policy();
    }
}
