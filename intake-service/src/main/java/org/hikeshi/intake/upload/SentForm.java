package org.hikeshi.intake.upload;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hikeshi.web.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * A form as it arrived: what was typed, the files it brought and those kept from before.
 *
 * @param files complete and sealed, in the order of arrival
 * @param faults what could not be taken of the files, and text beyond the limit
 * @param lostFiles the page named kept files that are gone: too old, or adopted already
 */
public record SentForm(
        Map<String, List<String>> values,
        Upload upload,
        List<SealedFile> files,
        List<FieldError> faults,
        boolean lostFiles) {

    public String value(String field) {
        return values.getOrDefault(field, List.of()).stream().findFirst().orElse("");
    }

    /** What a language button was pressed for, null if another button was. */
    public @Nullable String languageAsked() {
        String tag = value("lang");
        return tag.isEmpty() ? null : tag;
    }

    /** The file whose remove button was pressed, empty if another button was. */
    public String fileToRemove() {
        return value("remove");
    }

    /** A random word of the page, the same however often it is sent. */
    public String once() {
        return value("once");
    }

    /** The form without the file whose remove button was pressed; that file is forgotten. */
    public SentForm without(SealedUploads uploads) {
        String id = fileToRemove();
        List<SealedFile> left =
                files.stream().filter(file -> !file.id().toString().equals(id)).toList();
        if (left.size() < files.size()) {
            uploads.remove(upload, UUID.fromString(id));
        }
        return new SentForm(values, upload, left, faults, lostFiles);
    }
}
