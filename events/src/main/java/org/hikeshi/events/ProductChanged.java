package org.hikeshi.events;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A product of the catalogue, in full. Said by release.
 *
 * @param id the product; also the key of the record and ce_subject
 * @param revision counts up from 1; of two the higher counts, whichever came first
 * @param name under which it is sold
 * @param models all its models
 * @param versions all its versions, oldest first
 * @param supportEnds the last day of support, if one was announced
 * @param developers who mends it
 */
public record ProductChanged(
        ProductId id,
        int revision,
        PublicName name,
        List<ModelName> models,
        List<Version> versions,
        @Nullable LocalDate supportEnds,
        List<StaffId> developers)
        implements CatalogueEvent {

    public ProductChanged {
        Objects.requireNonNull(id, "id");
        Counted.fromOne(revision);
        Objects.requireNonNull(name, "name");
        models = List.copyOf(models);
        versions = List.copyOf(versions);
        developers = List.copyOf(developers);
    }

    @Override
    public String subject() {
        return id.toString();
    }

    @Override
    public String key() {
        return id.toString();
    }
}
