package org.hikeshi.disclosure.csaf;

import org.hikeshi.disclosure.publication.PublishedText;

/** Addresses below the origin that never change. */
public final class PublicPaths {
    private PublicPaths() {}

    /** {@code /advisories/EX-SA-2026-7K3M}; a notice lives at the same kind of address. */
    public static String of(PublishedText text) {
        return of(text.publicId());
    }

    public static String of(String publicId) {
        return "/advisories/" + publicId;
    }
}
