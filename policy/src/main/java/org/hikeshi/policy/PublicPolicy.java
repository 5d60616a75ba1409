package org.hikeshi.policy;

import java.util.List;

/**
 * What the public may read of a policy in one language, as a document any page can render: a title,
 * facts about the version, and sections in order. Nothing in it is HTML; every string is plain
 * text.
 */
public record PublicPolicy(
        Language language, String title, List<Detail> about, List<Section> sections) {
    /** A labelled value, such as version or owner. */
    public record Detail(String label, String value) {}

    /** A section; {@code addendum} ones stand apart from the published policy. */
    public record Section(String id, String heading, boolean addendum, List<Block> blocks) {}

    /** What a section is made of. */
    public sealed interface Block {}

    /** A paragraph of prose. */
    public record Paragraph(String text) implements Block {}

    /** A bulleted list. */
    public record Bullets(List<String> items) implements Block {}

    /** A table; the first cell of each row is its header. */
    public record Table(List<String> header, List<List<String>> rows) implements Block {}
}
