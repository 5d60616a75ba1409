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

    /** Paths whose last variable names something that is not there in this system. */
    private static final List<String> HOLLOW =
            List.of(
                    "{file}",
                    "{file:",
                    "{attachmentId}",
                    "{action:",
                    "{hash}",
                    "{messageId}",
                    "/parked/");

    /** Whose last variable is a file of the report. */
    private static final Set<String> FILES =
            Set.of("ReportDeskPages.file", "AttachmentsResource.one", "StatusReplies.file");

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
        return isFile(endpoint) || HOLLOW.stream().noneMatch(endpoint.path()::contains);
    }

    private static boolean isFile(Endpoint endpoint) {
        return FILES.contains(endpoint.where());
    }

    /** The kind of thing that decides, by the first variable that names one. */
    static Optional<String> kind(Endpoint endpoint) {
        return BODIES.getOrDefault(endpoint.where(), "").contains("CASE")
                ? Optional.of("case")
                : endpoint.variables().stream()
                        .flatMap(name -> kind(endpoint, name).stream())
                        .findFirst();
    }

    private static Optional<String> kind(Endpoint endpoint, String variable) {
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
        boolean nothing = which == Things.Which.SMUGGLED && !isFile(endpoint);
        if (nothing || kind.isPresent() && id.isEmpty()) {
            return Optional.empty();
        }
        String path =
                endpoint.filled((name, words) -> value(endpoint, name, words, caller, which, id));
        Map<String, String> headers = new LinkedHashMap<>(asking(caller, "GET", path).headers());
        headers.put("If-Match", "\"x\"");
        String body = "";
        if (!endpoint.method().equals("GET") && !type(endpoint).isEmpty()) {
            String type = type(endpoint);
            headers.put(
                    "Content-Type",
                    type.startsWith("multipart") ? type + "; boundary=knock" : sent(type));
            body =
                    body(endpoint, type)
                            .replace("CASE", id.orElse(things.id("case", which).orElse("")));
        }
        return Optional.of(new Question(endpoint.method(), path, headers, body));
    }

    static boolean takesJson(Endpoint endpoint) {
        return type(endpoint).equals("application/json")
                && !endpoint.where().equals("DecisionResource.publish");
    }

    static boolean takesForm(Endpoint endpoint) {
        return type(endpoint).endsWith("urlencoded");
    }

    /** Empty if there is no body. Where nothing is said, programs speak JSON. */
    private static String type(Endpoint endpoint) {
        boolean decision = endpoint.where().startsWith("DecisionResource.");
        return endpoint.consumes().isEmpty()
                ? decision ? "application/json" : ""
                : endpoint.consumes().getFirst();
    }

    private static String sent(String type) {
        return type.equals("*/*") ? "application/json" : type;
    }

    private static String body(Endpoint endpoint, String type) {
        return Objects.requireNonNullElseGet(
                BODIES.get(endpoint.where()),
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
        if (isFile(endpoint)) {
            return things.id("file", which).orElseGet(() -> UUID.randomUUID().toString());
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
            case "eventId", "file", "attachmentId", "messageId", "id" ->
                    UUID.randomUUID().toString();
            default -> words.isEmpty() ? "something" : words.split("\\|")[0].strip();
        };
    }
}
