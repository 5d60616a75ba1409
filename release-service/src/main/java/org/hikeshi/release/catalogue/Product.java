package org.hikeshi.release.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product line.
 *
 * @param revision counts up from 1 with every change
 * @param name under which it is sold
 * @param models in the order given
 * @param versions oldest first
 * @param supportEnds the last day of support, in the policy's zone
 * @param developers staff ids of those who mend it
 */
public record Product(
        UUID id,
        int revision,
        String name,
        List<String> models,
        List<String> versions,
        @Nullable LocalDate supportEnds,
        List<String> developers) {
    public Product {
        models = List.copyOf(models);
        versions = List.copyOf(versions);
        developers = List.copyOf(developers);
    }
}
