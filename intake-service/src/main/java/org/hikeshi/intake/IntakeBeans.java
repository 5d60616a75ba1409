package org.hikeshi.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.casefile.KnownProducts;
import org.hikeshi.casefile.PolicyVersions;
import org.hikeshi.intake.access.FailureBrake;
import org.hikeshi.intake.access.ReportCookies;
import org.hikeshi.intake.access.ReporterAccess;
import org.hikeshi.intake.access.ServiceCallers;
import org.hikeshi.intake.catalogue.ProductNames;
import org.hikeshi.intake.contact.ReadingContact;
import org.hikeshi.intake.report.ReceivingReport;
import org.hikeshi.intake.report.ReportAnswers;
import org.hikeshi.intake.report.ReportFiles;
import org.hikeshi.intake.report.ReportReader;
import org.hikeshi.intake.report.ReportRows;
import org.hikeshi.intake.secret.IntakeSecret;
import org.hikeshi.intake.upload.SealedUploads;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Ledger;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.AccessKeys;
import org.hikeshi.trust.MasterKey;
import org.hikeshi.trust.ReceiptSigner;
import org.hikeshi.trust.ServiceIdentity;
import org.hikeshi.trust.ServiceTokens;
import org.hikeshi.web.Origin;

/** What intake is made of, once per service. */
@ApplicationScoped
class IntakeBeans {

    @Produces
    @Singleton
    IntakeSecret secret(@ConfigProperty(name = "hikeshi.intake-secret-file") Path file) {
        return IntakeSecret.load(file);
    }

    @Produces
    @Singleton
    ReportReader reader(ObjectMapper json) {
        return new ReportReader(json);
    }

    @Produces
    @Singleton
    ReportRows rows(MasterKey masterKey) {
        return new ReportRows(masterKey);
    }

    @Produces
    @Singleton
    SealedUploads uploads(Transactions transactions, MasterKey masterKey, Clock clock) {
        return new SealedUploads(transactions, masterKey, clock);
    }

    @Produces
    @Singleton
    ReceiptSigner signer(ServiceIdentity identity) {
        return new ReceiptSigner(identity.key());
    }

    @Produces
    @Singleton
    ReceivingReport receiving(
            Transactions transactions,
            Ledger ledger,
            AuditLog audit,
            ReportRows rows,
            PolicyVersions policies,
            ReceiptSigner signer,
            IntakeSecret secret,
            ProductNames products,
            Clock clock) {
        return new ReceivingReport(
                transactions, ledger, audit, rows, policies, signer, secret, products::idOf, clock);
    }

    @Produces
    @Singleton
    ProductNames products(KnownProducts catalogue, Clock clock) {
        return new ProductNames(catalogue::all, clock);
    }

    @Produces
    @Singleton
    ReportAnswers answers(AccessKeys keys, PolicyVersions policies, Origin origin) {
        return new ReportAnswers(keys, policies, origin);
    }

    @Produces
    @Singleton
    ReporterAccess access(
            Transactions transactions, ReportRows rows, AccessKeys keys, FailureBrake brake) {
        return new ReporterAccess(transactions, rows, keys, brake);
    }

    @Produces
    @Singleton
    FailureBrake brake(Clock clock) {
        return new FailureBrake(clock);
    }

    @Produces
    @Singleton
    AccessKeys accessKeys(IntakeSecret secret) {
        return secret.accessKeys();
    }

    @Produces
    @Singleton
    ReportFiles files(Transactions transactions, ReportRows rows) {
        return new ReportFiles(transactions, rows);
    }

    @Produces
    @Singleton
    ReportCookies cookies(IntakeSecret secret, Clock clock, Origin origin) {
        return ReportCookies.of(secret, clock, origin);
    }

    @Produces
    @Singleton
    ServiceCallers callers(ServiceTokens tokens) {
        return new ServiceCallers(tokens);
    }

    @Produces
    @Singleton
    ReadingContact readingContact(
            Transactions transactions, ReportRows rows, AuditLog audit, Clock clock) {
        return new ReadingContact(transactions, rows, audit, clock);
    }
}
