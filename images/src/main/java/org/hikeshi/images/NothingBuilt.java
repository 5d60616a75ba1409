package org.hikeshi.images;

import java.io.IOException;
import java.nio.file.Path;

/** Something that Maven makes is not there. */
final class NothingBuilt extends IOException {
    private static final long serialVersionUID = 1;

    NothingBuilt(Path missing) {
        super(missing + " is not there: run ./hikeshi images, which builds first");
    }
}
