package org.hikeshi.system.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Puts a line of the table into a request: as whom, about whose thing, with a body that is read and
 * then refused for what it says, so that knocking changes next to nothing.
 *
 * @param sessions cookie by role; a caller without one is nobody
 * @param host under which the services answer
 */
public record Knocking(Things things, Map<String, String> sessions, String host) {
    public static final String NOBODY = "nobody";
    private static final String SOMETHING = "7b0fbd2c-2b52-4c36-8a7e-5a5a0a3e9c11";
    private static final String PARTS =
            "--knock\r\nContent-Disposition: form-data; name=\"etag\"\r\n\r\nx\r\n--knock--\r\n";

    private static final String PROCEEDING =
            "{\"status\":{\"execution\":\"proceeding\",\"result\":{\"finished\":\"none\"},"
                    + "\"details\":[]}}";

    /** Paths whose last variable names something that is not there in this system. */
    private static final List<String> HOLLOW =
            List.of("/{area}/{file", "/downloads/", "/cancelAction/");

    /** What lies in another thing, and is asked for by an id of its own; by variable. */
    private static final Map<String, Map<String, String>> NESTED =
            Map.ofEntries(
                    Map.entry("ReportDeskPages.file", Map.of("file", "file")),
                    Map.entry("AttachmentsResource.one", Map.of("attachmentId", "file")),
                    Map.entry("StatusReplies.file", Map.of("file", "file")),
                    Map.entry(
                            "ArtifactsResource.get",
                            Map.of("model", "model", "version", "version")),
                    Map.entry(
                            "ArtifactsResource.signature",
                            Map.of("model", "model", "version", "version")),
                    Map.entry("DdiResource.deployment", Map.of("action", "action")),
                    Map.entry("DdiResource.feedback", Map.of("action", "action")),
                    Map.entry("DdiResource.cancellation", Map.of("action", "action")),
                    Map.entry("DdiResource.cancelled", Map.of("action", "action")),
                    Map.entry("DdiResource.file", Map.of("action", "action", "name", "artifact")),
                    Map.entry(
                            "DdiResource.fileHead", Map.of("action", "action", "name", "artifact")),
                    Map.entry("OperationsResource.retry", Map.of("id", "parked")),
                    Map.entry("OperationsResource.discard", Map.of("id", "parked")),
                    Map.entry("OperationsPage.act", Map.of("id", "parked")),
                    Map.entry("MessageTextResource.text", Map.of("messageId", "message")),
                    Map.entry("ApprovedTextResource.text", Map.of("hash", "approved")),
                    Map.entry("InternalResource.text", Map.of("hash", "warning")));

    /* Complete, so that the second id alone decides; what is there is never touched by these. */
    private static final Map<String, String> MISPAIRED =
            Map.of(
                    "OperationsResource.retry", "{\"reason\":\"x\"}",
                    "OperationsResource.discard", "{\"reason\":\"x\"}",
                    "OperationsPage.act", "act=discard&reason=x",
                    "DdiResource.feedback", PROCEEDING,
                    "DdiResource.cancelled", PROCEEDING);

    /* Only where the body says which case, or which revision, is meant: rights come before words. */
    private static final Map<String, String> BODIES =
            Map.ofEntries(
                    Map.entry(
                            "RemediationsResource.register",
                            "{\"caseId\":\"CASE\",\"kind\":\"fix\",\"products\":[\""
                                    + SOMETHING
                                    + "\"],"
                                    + "\"version\":\"9.9.9\",\"summary\":\"x\"}"),
                    Map.entry("AdvisoryResource.begin", "{\"kind\":\"XX\",\"caseId\":\"CASE\"}"),
                    Map.entry("DeskActions.begin", "kind=XX&caseId=CASE"),
                    Map.entry("OneProductPages.change", "revision=1"));

    /** Whether an address of this line leads to something that is there. */
    static boolean leadsSomewhere(Endpoint endpoint) {
        return HOLLOW.stream().noneMatch(endpoint.path()::contains);
    }

    /** Kinds of what lies in the thing that its address names first, by variable. */
    static Map<String, String> nested(Endpoint endpoint) {
        return NESTED.getOrDefault(endpoint.where(), Map.of());
    }

    /** The kind of thing that decides, by the first variable that names one. */
    static Optional<String> kind(Endpoint endpoint) {
        return BODIES.getOrDefault(endpoint.where(), "").contains("CASE")
                ? Optional.of("case")
                : endpoint.variables().stream()
                        .flatMap(name -> kind(endpoint, name).stream())
                        .findFirst();
    }

    /** What a variable of an address names, if that decides. */
    static Optional<String> kind(Endpoint endpoint, String variable) {
        return switch (variable) {
            case "caseId" -> Optional.of("case");
            case "number" -> Optional.of("number");
            case "reportId", "reporterId" -> Optional.of("report");
            case "trackingCode" -> Optional.of("code");
            case "remediation" -> Optional.of("remediation");
            case "productId" -> Optional.of("product");
            case "controllerId" -> Optional.of("controller");
            case "id" -> ofId(endpoint.path());
            default -> Optional.empty();
        };
    }

    private static Optional<String> ofId(String path) {
        return Map.of(
                        "/remediations/", "remediation",
                        "/desk/releases/", "remediation",
                        "/campaigns/", "campaign",
                        "/advisories/", "advisory",
                        "/deliveries/", "delivery",
                        "/desk/mail/", "delivery",
                        "/devices/", "device",
                        "/products/", "product")
                .entrySet()
                .stream()
                .filter(part -> path.contains(part.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Anything, without a body. */
    Question asking(String caller, String method, String path) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Host", host);
        headers.put("Accept-Language", "en");
        String session = sessions.get(caller);
        if (session != null) {
            headers.put("Cookie", session);
        }
        return new Question(method, path, headers, "");
    }

    /** Empty if there is nothing of that sort to ask for. */
    Optional<Question> question(Endpoint endpoint, String caller, Things.Which which) {
        Optional<String> kind = kind(endpoint);
        Optional<String> id = kind.flatMap(one -> things.id(one, which));
        boolean nothing = which.mispaired() && nested(endpoint).isEmpty();
        boolean nowhere = which == Things.Which.ASTRAY && kind.isEmpty();
        if (nothing || nowhere || kind.isPresent() && id.isEmpty()) {
            return Optional.empty();
        }
        String path =
                endpoint.filled((name, words) -> value(endpoint, name, words, caller, which, id));
        Map<String, String> headers = new LinkedHashMap<>(asking(caller, "GET", path).headers());
        headers.put("If-Match", "\"x\"");
        String body = "";
        if (!Set.of("GET", "HEAD").contains(endpoint.method()) && !type(endpoint).isEmpty()) {
            String type = type(endpoint);
            headers.put(
                    "Content-Type",
                    type.startsWith("multipart") ? type + "; boundary=knock" : sent(type));
            body =
                    body(endpoint, type, which)
                            .replace("CASE", id.orElse(things.id("case", which).orElse("")));
        }
        return Optional.of(new Question(endpoint.method(), path, headers, body));
    }

    static boolean takesJson(Endpoint endpoint) {
        boolean unsaid = endpoint.where().startsWith("CampaignsResource.");
        return unsaid
                || type(endpoint).equals("application/json")
                        && !endpoint.where().equals("DecisionResource.publish")
                        && !endpoint.where().startsWith("DdiResource.");
    }

    static boolean takesParts(Endpoint endpoint) {
        return type(endpoint).startsWith("multipart");
    }

    static boolean takesRows(Endpoint endpoint) {
        return type(endpoint).equals("text/csv");
    }

    static boolean takesForm(Endpoint endpoint) {
        return type(endpoint).endsWith("urlencoded");
    }

    /** Empty if there is no body. Where nothing is said, programs speak JSON. */
    private static String type(Endpoint endpoint) {
        boolean unsaid = endpoint.where().matches("(DecisionResource|DdiResource)\\..*");
        return endpoint.consumes().isEmpty()
                ? unsaid ? "application/json" : ""
                : endpoint.consumes().getFirst();
    }

    private static String sent(String type) {
        return type.equals("*/*") ? "application/json" : type;
    }

    private static String body(Endpoint endpoint, String type, Things.Which which) {
        return Objects.requireNonNullElseGet(
                (which.mispaired() ? MISPAIRED : BODIES).get(endpoint.where()),
                () ->
                        switch (type) {
                            case "application/json" -> "{}";
                            case "multipart/form-data" -> PARTS;
                            default -> "";
                        });
    }

    private String value(
            Endpoint endpoint,
            String name,
            String words,
            String caller,
            Things.Which which,
            Optional<String> id) {
        if (kind(endpoint, name).isPresent()) {
            return id.orElseThrow();
        }
        String within = nested(endpoint).get(name);
        if (within != null) {
            boolean parked = within.equals("parked");
            return things.within(parked ? "parked " + endpoint.service() : within, which);
        }
        return switch (name) {
            case "gate" ->
                    switch (caller) {
                        case "qa" -> "qa-regression";
                        case "it-operations" -> "channel";
                        default -> "security-review";
                    };
            case "review" -> caller.equals("qa") || caller.equals("legal") ? caller : "technical";
            case "milestone" -> "mitigated";
            case "clock" -> "fix";
            case "form" -> "escalation";
            case "model" -> things.id("model", which).orElseThrow();
            case "version" -> things.id("version", which).orElseThrow();
            case "tenant" -> "DEFAULT";
            case "action" -> "1";
            case "area" -> "advisories";
            case "eventId", "file", "id" -> UUID.randomUUID().toString();
            default -> words.isEmpty() ? "something" : words.split("\\|")[0].strip();
        };
    }
}
