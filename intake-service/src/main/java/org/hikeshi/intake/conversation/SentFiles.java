package org.hikeshi.intake.conversation;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.hikeshi.intake.report.BodyProblems;
import org.hikeshi.intake.upload.IncomingParts;
import org.hikeshi.intake.upload.SealedFile;
import org.hikeshi.intake.upload.SealedUploads;
import org.hikeshi.intake.upload.TooLargeException;
import org.hikeshi.intake.upload.Upload;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.multipart.Draining;
import org.hikeshi.web.multipart.MalformedBodyException;
import org.hikeshi.web.multipart.Part;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;

/** Reads the parts {@code attachment} of a request, sealing them while they arrive. */
final class SentFiles {

    private final SealedUploads uploads;
    private final List<SealedFile> files = new ArrayList<>();
    private Upload upload;

    SentFiles(SealedUploads uploads, Upload upload) {
        this.uploads = uploads;
        this.upload = upload;
    }

    /**
     * Reads to the end; what a refused request brought is forgotten.
     *
     * @throws ProblemException if the body cannot be taken as it is
     */
    void read(InputStream body, String contentType) {
        try {
            take(new IncomingParts(body, contentType));
        } catch (MalformedBodyException malformed) {
            throw refused(BodyProblems.malformedMultipart(), body);
        } catch (TooLargeException tooLarge) {
            throw refused(BodyProblems.tooLarge(tooLarge), body);
        } catch (ProblemException refused) {
            throw refused(refused.problem(), body);
        } catch (IOException gone) {
            throw refused(BodyProblems.cut(), body);
        }
        if (files.isEmpty()) {
            throw refused(Problem.fields(List.of(FieldError.at("/attachment", "required"))), body);
        }
    }

    private void take(IncomingParts parts) throws IOException {
        for (Part part = parts.next(); part != null; part = parts.next()) {
            if (!part.name().equals("attachment")) {
                throw new ProblemException(
                        Problem.fields(List.of(FieldError.at("", "only-attachment"))));
            }
            if (files.size() == SealedUploads.MOST_FILES) {
                throw new TooLargeException(TooLargeException.Limit.FILES, part.number());
            }
            upload = uploads.store(upload);
            files.add(uploads.take(upload, part));
        }
    }

    private ProblemException refused(Problem problem, InputStream body) {
        Draining.rest(body);
        uploads.discard(upload);
        return new ProblemException(problem);
    }

    Upload upload() {
        return upload;
    }

    List<SealedFile> files() {
        return files;
    }
}
