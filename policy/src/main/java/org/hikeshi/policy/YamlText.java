package org.hikeshi.policy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * From bytes to marked YAML nodes, within limits. The stream of events is looked at before nodes
 * are built, because building recurses: depth, aliases and tags are refused while that is still
 * cheap.
 */
final class YamlText {
    static final int MOST_BYTES = 256 * 1024;
    static final int DEEPEST = 16;

    private static final LoadSettings SETTINGS =
            LoadSettings.builder()
                    .setUseMarks(true)
                    .setMaxAliasesForCollections(0)
                    .setAllowRecursiveKeys(false)
                    .setCodePointLimit(MOST_BYTES)
                    .build();

    private final Findings findings;

    YamlText(Findings findings) {
        this.findings = findings;
    }

    /** The text, unless it is too big or not UTF-8. */
    Optional<String> decode(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            findings.add(Optional.empty(), "", Mistake.TOO_BIG, Integer.toString(MOST_BYTES));
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(in).toString());
        } catch (CharacterCodingException e) {
            findings.add(lineOf(bytes, in.position()), 1, "", Mistake.NOT_UTF8, List.of());
            return Optional.empty();
        }
    }

    private static int lineOf(byte[] bytes, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    /** The one document of the text. */
    Optional<Node> compose(String text) {
        try {
            if (!acceptable(text)) {
                return Optional.empty();
            }
            Optional<Node> root = new Compose(SETTINGS).composeString(text);
            if (root.isEmpty()) {
                findings.add(Optional.empty(), "", Mistake.EMPTY_FILE);
            }
            return root;
        } catch (MarkedYamlEngineException e) {
            findings.add(e.getProblemMark(), "", Mistake.SYNTAX, oneLine(e.getProblem()));
        } catch (ReaderException e) {
            String before = text.substring(0, Math.min(e.getPosition(), text.length()));
            int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
            String what = "U+%04X".formatted(e.getCodePoint());
            findings.add(line, 1, "", Mistake.SYNTAX, List.of(what));
        } catch (YamlEngineException e) {
            findings.add(
                    Optional.empty(), "", Mistake.SYNTAX, oneLine(String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    private boolean acceptable(String text) {
        int depth = 0;
        int documents = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            depth += event instanceof CollectionStartEvent ? 1 : 0;
            depth -= event instanceof CollectionEndEvent ? 1 : 0;
            documents += event instanceof DocumentStartEvent ? 1 : 0;
            Optional<Mistake> refused = refused(event, depth, documents);
            if (refused.isPresent()) {
                findings.add(event.getStartMark(), "", refused.get(), Integer.toString(DEEPEST));
                return false;
            }
        }
        return true;
    }

    private static Optional<Mistake> refused(Event event, int depth, int documents) {
        if (depth > DEEPEST) {
            return Optional.of(Mistake.TOO_DEEP);
        }
        if (documents > 1) {
            return Optional.of(Mistake.MANY_DOCUMENTS);
        }
        boolean tagged =
                event instanceof ScalarEvent s && s.getTag().isPresent()
                        || event instanceof CollectionStartEvent c && c.getTag().isPresent();
        boolean anchored = event instanceof NodeEvent n && n.getAnchor().isPresent();
        return tagged || anchored || event instanceof AliasEvent
                ? Optional.of(Mistake.ALIAS)
                : Optional.empty();
    }

    private static String oneLine(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }
}
