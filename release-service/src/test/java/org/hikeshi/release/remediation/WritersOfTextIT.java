package org.hikeshi.release.remediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.hikeshi.casefile.RunningParts;
import org.hikeshi.release.text.PreDisclosure;
import org.hikeshi.release.text.TextDraft;
import org.junit.jupiter.api.Test;

/**
 * Nobody approves a text for customers in which they wrote, whoever wrote in it after them. Here
 * everybody holds the approver's role as well as their own.
 */
@QuarkusTest
@QuarkusTestResource(
        value = RunningParts.class,
        initArgs = @ResourceArg(name = "service", value = "release"))
class WritersOfTextIT {
    private static final String OFFICE = "security-office";
    private static final String FIRST = "security-office";
    private static final String SECOND = "security-office-2";
    private static final String DEVELOPER = "developer";

    @Inject WritingText writing;
    @Inject CurrentIdentityAssociation signedIn;

    @Test
    void whoWroteBeforeAnotherDoesNotApproveWhatBothWrote() throws Exception {
        UUID id = UUID.fromString(Desk.open().fix("1.1.0"));
        drafted(FIRST, id, "Update on the admin page.");
        String hash = drafted(SECOND, id, "Update on the admin page, please.");

        assertThat(approved(FIRST, OFFICE, id, hash)).isEqualTo(ownWork());
        assertThat(approved(SECOND, OFFICE, id, hash)).isEqualTo(ownWork());
        assertThat(approved(DEVELOPER, DEVELOPER, id, hash))
                .as("product and version are the developer's")
                .isEqualTo(ownWork());
        assertThat(approved("ciso", "auditor", id, hash)).isInstanceOf(Verdict.Done.class);
    }

    @Test
    void whoWroteIsStillAWriterWhenTheVersionChanges() throws Exception {
        Desk desk = Desk.open();
        UUID id = UUID.fromString(desk.fix("1.1.1"));
        String before = drafted(FIRST, id, "Update on the admin page.");
        Desk.as(DEVELOPER)
                .header("If-Match", Desk.etag(id.toString()))
                .body(desk.body("Bounds are checked.", "1.1.2"))
                .put(Desk.API + "/" + id)
                .then()
                .statusCode(200);
        String after = Desk.as(OFFICE).get(Desk.API + "/" + id).path("preDisclosure.hash");

        assertThat(after).isNotEqualTo(before);
        assertThat(approved(FIRST, OFFICE, id, after)).isEqualTo(ownWork());
        Desk.as("ciso")
                .body(Map.of("hash", after))
                .post(Desk.API + "/" + id + "/pre-disclosure/approval")
                .then()
                .statusCode(200)
                .body("approved", equalTo(true));
    }

    private static Verdict<PreDisclosure> ownWork() {
        return new Verdict.Refused<>(Refusal.OWN_WORK);
    }

    private String drafted(String person, UUID id, String english) {
        TextDraft draft = new TextDraft("soon", Map.of("ja", "管理画面から更新できます。", "en", english));
        Verdict<PreDisclosure> done =
                as(person, Set.of(OFFICE), () -> writing.draft(id, Optional.empty(), draft));
        assertThat(done).isInstanceOf(Verdict.Done.class);
        return ((Verdict.Done<PreDisclosure>) done).value().hash();
    }

    private Verdict<PreDisclosure> approved(String person, String role, UUID id, String hash) {
        return as(person, Set.of(role, "ciso"), () -> writing.approve(id, hash));
    }

    private <T> T as(String person, Set<String> roles, Supplier<T> act) {
        ManagedContext request = Arc.container().requestContext();
        boolean mine = !request.isActive();
        if (mine) {
            request.activate();
        }
        try {
            signedIn.setIdentity(
                    QuarkusSecurityIdentity.builder()
                            .setPrincipal(new QuarkusPrincipal(person))
                            .addRoles(roles)
                            .build());
            return act.get();
        } finally {
            if (mine) {
                request.terminate();
            }
        }
    }
}
