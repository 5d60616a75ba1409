package org.hikeshi.system.access;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The table as {@code docs/access.md} has it. */
final class AccessPage {
    private static final Map<String, String> RELATIONS =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry(
                                    "PUBLIC",
                                    "everybody; published, or a form that stores what is sent"),
                            Map.entry("REPORTER_KEY", "tracking code and access key of the report"),
                            Map.entry(
                                    "REPORTER_SESSION",
                                    "a browser in which code and key were typed; without it, the"
                                            + " way to type them"),
                            Map.entry("MAILED_LINK", "the link of a mail, and the tracking code"),
                            Map.entry(
                                    "DEVICE_TOKEN",
                                    "one device, its own address, by its own token"),
                            Map.entry(
                                    "SERVICE",
                                    "the services named, by a token of one minute; never routed"
                                            + " (`calls.yaml`)"),
                            Map.entry("DESK", "the role alone"),
                            Map.entry("PRODUCT", "the role, and a developer only of that product"),
                            Map.entry(
                                    "CASES_SEEN",
                                    "a list of what belongs to cases the asker may see, nothing"
                                            + " else"),
                            Map.entry(
                                    "CASE",
                                    "the case's team and who stands in there; security-office and ciso every case, auditor every one to read"),
                            Map.entry(
                                    "EMERGENCY",
                                    "a reason, on record and told at once; sight of the case for a few hours"),
                            Map.entry(
                                    "CASE_PRODUCT",
                                    "the case's team, and there a developer of every product"
                                            + " concerned"),
                            Map.entry(
                                    "MAIL",
                                    "mail of cases the asker may see; communications also what goes"
                                            + " to customers")));

    /* What answers without a resource; a test finds any other that is opened. */
    private static final String BESIDE =
            """
            ## Beside the resources
            Opened on the router or by the framework, in each service:

            | method | path | who | relation |
            |---|---|---|---|
            | GET | /assets/{service}/{hash}/{file} | – | public: files of the look, built in |
            | GET | /api/v1/openapi/{service} | – | public: the description of the API |
            | GET | /q/health… /q/metrics | – | never routed, answered under internal names only (ADR 0701) |

            In front of them: the doors (`Doors`), which refuse and never let in; and the origin, which knows prefixes
            (`routes.yaml`) and no rights. Of the launcher, in a trial only: `/trial` behind its one-time link, `/mailbox` behind
            that or a person's password.
            """;

    private AccessPage() {}

    static String of(AccessTable table) {
        StringBuilder page = new StringBuilder(HEAD);
        RELATIONS.forEach(
                (reach, words) ->
                        page.append("| ")
                                .append(said(reach))
                                .append(" | ")
                                .append(words)
                                .append(" |\n"));
        for (String service : AccessTable.SERVICES) {
            page.append("\n## ").append(service).append("\n");
            page.append("| method | path | who | relation |\n|---|---|---|---|\n");
            table.endpoints().stream()
                    .filter(endpoint -> endpoint.service().equals(service))
                    .map(AccessPage::line)
                    .distinct()
                    .forEach(page::append);
        }
        return page.append('\n').append(BESIDE).toString();
    }

    private static String line(Endpoint endpoint) {
        return "| %s | %s | %s | %s |\n"
                .formatted(
                        endpoint.method(),
                        endpoint.shown(),
                        endpoint.who(),
                        said(endpoint.reach()));
    }

    private static String said(String reach) {
        return reach.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static final String HEAD =
            """
            # Who reaches what

            Made from the annotations of every resource method (`@RolesAllowed`, `@PermitAll`, `@Reaches`; ADR 0705): a test compares
            this page with the compiled classes, a method that says nothing fails the build, and `AccessMatrixE2ET` asks a running
            system every line of it, as nobody and as each role, for an own, a foreign, a merged, an unknown and no case, and by
            addresses that mislead; these as a sample, drawn anew each run. What a role may do in which
            state is in [who may what](states/who-may-what.md). Roles that a policy names (gates, reviews, approval) stand here as the
            bundled policy has them.

            Without sign-in the answer is 401, for a page 303 to `/sign-in`. Any other refusal is the common 404 of what does not
            exist: same status, headers and bytes, and about the same time. It comes before any word of a body is judged.

            | relation | what somebody needs beside the role |
            |---|---|
            """;
}
