package org.hikeshi.release.catalogue;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;

/** {@code /desk/products}: what is out there, in which versions, and until when it is supported. */
@Path("/desk/products")
@RunOnVirtualThread
@Produces("text/html;charset=UTF-8")
public class ProductPages {
    private final Catalogue catalogue;
    private final Transactions transactions;
    private final Visit visit;

    ProductPages(Catalogue catalogue, Transactions transactions, Visit visit) {
        this.catalogue = catalogue;
        this.transactions = transactions;
        this.visit = visit;
    }

    @CheckedTemplate(basePath = "catalogue")
    static class Templates {
        static native TemplateInstance products(Page page, List<ProductLine> lines);
    }

    /** A product as a line of the list; {@code supportEnds} is empty if none was announced. */
    @TemplateData
    public record ProductLine(
            String name,
            List<String> models,
            String versions,
            String supportEnds,
            String developers,
            long units) {}

    @GET
    @RolesAllowed("**")
    @Operation(hidden = true)
    public TemplateInstance all() {
        return Templates.products(
                visit.page("product.title").forStaff(),
                transactions.inTransaction(
                        connection -> catalogue.products().stream().map(this::line).toList()));
    }

    private ProductLine line(Product product) {
        return new ProductLine(
                product.name(),
                product.models(),
                String.join(" · ", product.versions()),
                product.supportEnds() == null ? "" : product.supportEnds().toString(),
                String.join(", ", product.developers()),
                catalogue.unitCount(product.id()));
    }
}
