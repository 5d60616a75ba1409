package org.hikeshi.release.campaign;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hikeshi.casefile.CaseAccess;
import org.hikeshi.events.CaseId;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.Problems;

/** Who sees a campaign: whoever sees its case. To anybody else it is not there. */
@Singleton
class CampaignDoor {
    private final CaseAccess access;
    private final SecurityIdentity who;
    private final ReadingCampaign reading;
    private final Problems problems;

    CampaignDoor(
            CaseAccess access, SecurityIdentity who, ReadingCampaign reading, Problems problems) {
        this.access = access;
        this.who = who;
        this.reading = reading;
        this.problems = problems;
    }

    Optional<Campaign> campaign(UUID id) {
        Optional<Campaign> there = reading.campaign(id);
        return access.maySee(there.map(Campaign::caseId), who) ? there : Optional.empty();
    }

    boolean sees(CaseId caseId) {
        return access.maySee(caseId, who);
    }

    /** The roles in which who asks acts on a case: of a deputy not all. */
    Set<String> rolesOn(CaseId caseId) {
        return access.rolesOn(caseId, who);
    }

    /** Whether who asks declares units that were updated by hand. */
    boolean declares(Campaign campaign) {
        return !Collections.disjoint(rolesOn(campaign.caseId()), DeclaringUnits.ROLES);
    }

    /** Staff id of who asks. */
    String me() {
        return who.getPrincipal().getName();
    }

    /** Its document. */
    Response answer(Response.ResponseBuilder response, UUID id) {
        Overview overview = reading.overview(id).orElseThrow();
        return response.tag(String.valueOf(overview.campaign().revision()))
                .entity(CampaignAnswer.of(overview))
                .build();
    }

    Response refused(RoutingContext request, int status, String code) {
        return problems.answer(request, Problem.of(status, code));
    }

    /** Perhaps not heard of yet: worth another try in a second. */
    Response absent(RoutingContext request) {
        return problems.answer(request, Problem.notFound());
    }
}
