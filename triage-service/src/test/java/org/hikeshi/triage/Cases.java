package org.hikeshi.triage;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hikeshi.casefile.Neighbour;
import org.hikeshi.casefile.Said;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.Channel;
import org.hikeshi.events.FixedVersion;
import org.hikeshi.events.Language;
import org.hikeshi.events.MitigationReady;
import org.hikeshi.events.OtaDistributed;
import org.hikeshi.events.OtaStarted;
import org.hikeshi.events.PatchReady;
import org.hikeshi.events.PolicyVersion;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.RemediationId;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.ReportReceived;
import org.hikeshi.events.Source;
import org.hikeshi.events.TrackingCode;
import org.hikeshi.events.Version;

/** Cases on the running service: the other services' words and the staff's requests. */
final class Cases {
    static final String CRITICAL = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";
    static final String MEDIUM = "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:L/I:L/A:N";

    private Cases() {}

    /** A case whose report intake has just taken. */
    static CaseId received() throws InterruptedException {
        CaseId caseId = CaseId.random();
        receive(caseId);
        Said.await(
                "the case is known",
                () -> as("security-office").get("/api/v1/cases/" + caseId).statusCode() == 200);
        return caseId;
    }

    static ReportId receive(CaseId caseId) {
        ReportId report = ReportId.random();
        Neighbour.named("intake")
                .says(
                        new ReportReceived(
                                caseId,
                                report,
                                TrackingCode.generate(new SecureRandom()),
                                null,
                                new PolicyVersion("1.0"),
                                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                                Source.DESK,
                                Channel.API,
                                Language.EN,
                                false));
        return report;
    }

    static RequestSpecification as(String person) {
        String word = person.startsWith("security-office") ? "office" : person;
        String suffix = person.equals("security-office-2") ? "-2" : "";
        return given().auth()
                .preemptive()
                .basic(person, word + suffix + "-pass")
                .header("Accept-Language", "en")
                .contentType(ContentType.JSON);
    }

    static Response post(String person, CaseId caseId, String what, String body) {
        RequestSpecification request = as(person);
        return (body.isEmpty() ? request : request.body(body))
                .post("/api/v1/cases/" + caseId + "/" + what);
    }

    static Response put(String person, CaseId caseId, String what, int revision, String body) {
        return as(person)
                .header("If-Match", "\"" + revision + "\"")
                .body(body)
                .put("/api/v1/cases/" + caseId + "/" + what);
    }

    static String assessment(String vector, ProductId product) {
        return """
               {"reproducible": true, "attackVector": "network", "factors": [],
                "findings": {"ja": "再現しました。", "en": "We could reproduce it."},
                "vulnerabilities": [{"title": "Buffer overflow", "cwe": "CWE-120", "cvss31": "%s",
                  "affected": [{"productId": "%s", "versions": "<2.4.1"}]}]}
               """
                .formatted(vector, product);
    }

    /** Everything release says about a case until all devices have the fix. */
    static void remedied(CaseId caseId, ProductId product) {
        Neighbour release = Neighbour.named("release");
        RemediationId id = RemediationId.random();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        release.says(new MitigationReady(caseId, id, List.of(product), now));
        release.says(
                new PatchReady(
                        caseId, id, List.of(new FixedVersion(product, new Version("2.4.1"))), now));
        var campaign = org.hikeshi.events.CampaignId.random();
        var channel = org.hikeshi.events.DistributionChannel.OTA;
        release.says(new OtaStarted(caseId, id, campaign, channel, List.of(product), now));
        release.says(
                new OtaDistributed(
                        caseId,
                        id,
                        campaign,
                        channel,
                        List.of(product),
                        1000,
                        org.hikeshi.events.Measured.MEASURED,
                        now));
    }
}
