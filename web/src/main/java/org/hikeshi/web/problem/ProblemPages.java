package org.hikeshi.web.problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.hikeshi.web.Page;

/** The one plain page for every refusal. */
@CheckedTemplate(basePath = "hikeshi")
final class ProblemPages {

    private ProblemPages() {}

    static native TemplateInstance problem(Page page, String more, String incident);

    static native TemplateInstance keptForm(Page page, String closed);
}
