package org.hikeshi.release.catalogue;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.release.Actor;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;

/** {@code /desk/products}: what is out there, in which versions, and until when it is supported. */
@Path("/desk/products")
@RunOnVirtualThread
@Produces("text/html;charset=UTF-8")
public class ProductPages {
    private final Catalogue catalogue;
    private final Transactions transactions;
    private final SecurityIdentity identity;
    private final Visit visit;

    ProductPages(
            Catalogue catalogue,
            Transactions transactions,
            SecurityIdentity identity,
            Visit visit) {
        this.catalogue = catalogue;
        this.transactions = transactions;
        this.identity = identity;
        this.visit = visit;
    }

    @CheckedTemplate(basePath = "catalogue")
    static class Templates {
        static native TemplateInstance products(
                Page page, List<ProductShown> lines, boolean mayAdd);
    }

    @GET
    @Reaches(Reach.DESK)
    @RolesAllowed("**")
    @Operation(hidden = true)
    public TemplateInstance all() {
        Actor actor = Actor.of(identity);
        return Templates.products(
                visit.page("product.title").forStaff(),
                transactions.inTransaction(
                        connection ->
                                catalogue.products().stream()
                                        .map(product -> shown(product, actor))
                                        .toList()),
                actor.isOneOf(CatalogueRoles.KEEPS));
    }

    private ProductShown shown(Product product, Actor actor) {
        return ProductShown.of(product, catalogue.unitCount(product.id()), actor);
    }
}
