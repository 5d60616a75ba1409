package org.hikeshi.system;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hikeshi.launcher.demo.Door.Answer;
import org.hikeshi.launcher.demo.Door.Call;
import org.hikeshi.parts.KeptMail;
import org.hikeshi.system.LeakControl.PlantedWord;
import org.hikeshi.system.PlantingDoor.Heard;
import org.hikeshi.system.leak.PlantedSecret;
import org.hikeshi.system.leak.SecretScanner;
import org.hikeshi.system.leak.SecretScanner.Finding;

/**
 * Looks for every word that was planted in a journey in all that the running system keeps, sends,
 * logs and offers. Control: the same pass must find words left in each kind of place.
 */
final class JourneyLeaks {
    /** What becomes public by publication: the advisory and the credit. */
    private static final String PUBLISHED =
            "/api/v1/advisories#/(texts|remedy|workaround).*|credit";

    private static final String ADDRESS = "address ";
    private static final String REPORTER = "finder@example.com";

    /** Would name it to whoever reads it before publication. */
    private static final List<String> NAMES_IT =
            List.of(
                    "empty session",
                    "空のセッション",
                    "認証不備",
                    "missing authentication",
                    "cwe-287",
                    "av:n/ac:l");

    private final Journey journey;
    private final PlantingDoor door;
    private final Places places;
    private final List<Answer> refusals = new ArrayList<>();
    private final List<PlantedSecret> refused = new ArrayList<>();
    private List<PlantedWord> left = List.of();

    JourneyLeaks(Journey journey, PlantingDoor door, Instant since) {
        this.journey = journey;
        this.door = door;
        this.places = new Places(journey.system(), since);
    }

    /** Before publication nothing is found but the addressees in their own mails. */
    List<String> beforePublication() throws Exception {
        plantInBadInput();
        left = LeakControl.leaveEverywhere(journey.system());
        List<String> faults = new ArrayList<>(scan(door.planted(".*")));
        for (Heard heard : door.outside()) {
            faults.addAll(naming(heard.path(), heard.body()));
        }
        for (PublicFiles.PublicFile file : new PublicFiles(journey.system()).all()) {
            faults.addAll(naming(file.path(), file.bytes()));
        }
        return faults;
    }

    /** In the end all but what was published is still nowhere. */
    List<String> inTheEnd() throws Exception {
        return scan(door.planted("(?!" + PUBLISHED + ").*"));
    }

    private static List<String> naming(String path, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        return NAMES_IT.stream()
                .filter(text::contains)
                .map(word -> path + " names it: " + word)
                .toList();
    }

    private List<String> scan(List<PlantedSecret> planted) throws Exception {
        List<PlantedSecret> all = new ArrayList<>(planted);
        all.addAll(refused);
        for (String address : List.of("finder", "cust-1", "cust-2")) {
            all.add(new PlantedSecret(ADDRESS + address, address + "@example.com"));
        }
        left.forEach(word -> all.add(word.secret()));
        SecretScanner scanner = new SecretScanner(all);
        List<Finding> findings = new ArrayList<>(places.scan(scanner));
        findings.addAll(places.scanMails(scanner, List.of()));
        for (PublicFiles.PublicFile file : new PublicFiles(journey.system()).all()) {
            findings.addAll(scanner.scan("public " + file.path(), file.bytes()));
        }
        for (Heard heard : door.outside()) {
            findings.addAll(scanner.scan("answer to a device " + heard.path(), heard.body()));
        }
        for (Answer refusal : refusals) {
            findings.addAll(scanner.scan("refusal " + refusal.status(), refusal.body()));
        }
        List<String> faults = new ArrayList<>(controls(findings));
        findings.removeIf(this::isControl);
        findings.removeIf(this::isOwnMail);
        findings.forEach(finding -> faults.add(finding.toString()));
        return faults;
    }

    private List<String> controls(List<Finding> findings) {
        return left.stream()
                .filter(
                        word ->
                                findings.stream()
                                        .noneMatch(
                                                f ->
                                                        f.secret().equals(word.secret())
                                                                && f.place()
                                                                        .startsWith(word.place())))
                .map(word -> "the scan does not see its control " + word.secret().field())
                .toList();
    }

    private boolean isControl(Finding finding) {
        return left.stream().anyMatch(word -> word.secret().equals(finding.secret()));
    }

    /**
     * The mail itself, and the file in which the mailbox keeps it: it bears the address, and a
     * reporter is greeted by name.
     */
    private boolean isOwnMail(Finding finding) {
        boolean name = finding.secret().field().endsWith("/reporter/name");
        if (!name && !finding.secret().field().startsWith(ADDRESS)) {
            return false;
        }
        String reader = name ? REPORTER : finding.secret().word();
        // Another trial on this machine has the same invented addresses.
        String temporary = System.getProperty("java.io.tmpdir");
        String ours = journey.system().data().toString();
        if (finding.place().startsWith(temporary) && !finding.place().startsWith(ours)) {
            return true;
        }
        Set<String> own =
                journey.system().mailFolder().mails().stream()
                        .filter(mail -> mail.to().contains(reader))
                        .map(KeptMail::id)
                        .collect(Collectors.toSet());
        return own.stream().anyMatch(finding.place()::contains);
    }

    /** What people of the house mistype comes back in no answer and stands in no log. */
    private void plantInBadInput() {
        String caseId = journey.caseId().orElseThrow();
        String remedy = journey.story().deeds().workshop().id();
        refuse("security-office", "POST", "/api/v1/products", "name");
        refuse("communications", "POST", "/api/v1/customers", "name");
        refuse("security-office", "PUT", "/api/v1/cases/" + caseId + "/assessment", "findings");
        refuse("security-office", "POST", "/api/v1/cases/" + caseId + "/closure", "explanation");
        refuse("ciso", "POST", "/api/v1/cases/" + caseId + "/escalation-decision", "reason");
        refuse("developer", "POST", "/api/v1/remediations", "summary");
        refuse("qa", "POST", "/api/v1/remediations/" + remedy + "/gates/qa-regression", "evidence");
        refuse("security-office", "POST", "/api/v1/advisories", "texts");
        refusals.add(fileOutOfTime(remedy));
    }

    /** What was released takes no other file, and says so without the name of that file. */
    private Answer fileOutOfTime(String remedy) {
        Call put = new Call("developer", "PUT", "", new byte[] {1}, Map.of());
        String model = journey.script().model();
        Answer answer = door.send(door.byForm(put, remedy, model, "2.4.1"));
        if (answer.status() < 400 || answer.status() > 499) {
            throw new AssertionError("a released fix took a file: " + answer.status());
        }
        return answer;
    }

    private void refuse(String person, String method, String path, String field) {
        for (String form :
                List.of(
                        "{\"%s\":\"%s\", ",
                        "{\"%s\":[[\"%s\"]]}",
                        "{\"%s\":{\"x\":{\"y\":\"%s\"}}}",
                        "[\"%s\",\"%s\"]")) {
            PlantedSecret word = PlantedSecret.latin("refused " + path + " " + form);
            refused.add(word);
            Call call = Call.of(person, method, path, null);
            Call bad =
                    new Call(
                                    person,
                                    method,
                                    path,
                                    form.formatted(field, word.word())
                                            .getBytes(StandardCharsets.UTF_8),
                                    call.headers())
                            .with("Content-Type", "application/json;charset=UTF-8")
                            .with("If-Match", "\"0\"");
            Answer answer = door.send(bad);
            if (answer.status() < 400 || answer.status() > 499) {
                throw new AssertionError(path + " took " + form + ": " + answer.status());
            }
            refusals.add(answer);
        }
    }
}
