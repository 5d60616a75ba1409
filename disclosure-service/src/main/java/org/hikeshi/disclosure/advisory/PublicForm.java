package org.hikeshi.disclosure.advisory;

import java.util.List;
import org.hikeshi.web.FieldError;

/** What the forms of publication forbid, asked while the text is a draft. */
public interface PublicForm {

    /** Fields that could not be published as they are, whatever else is missing. */
    List<FieldError> faults(AdvisoryContent content);

    /** The same of a text that lacks nothing: the whole document as it would go out. */
    List<FieldError> faultsOfWhole(Advisory advisory, AdvisoryContent content);
}
