package org.hikeshi.disclosure.site;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hikeshi.disclosure.csaf.CsafProvider;
import org.hikeshi.disclosure.publication.PublishedText;
import org.hikeshi.disclosure.publication.Site;
import org.hikeshi.disclosure.publication.SiteFile;

/** Puts the public site together. Called inside the transaction that changes it. */
@ApplicationScoped
public class PublicSite {
    private final Site site;
    private final PublicFrame frame;
    private final AdvisoryPages advisories;
    private final PolicyPages policies;
    private final SecurityText security;
    private final AtomFeed feed;
    private final CsafProvider csaf;

    PublicSite(
            Site site,
            PublicFrame frame,
            AdvisoryPages advisories,
            PolicyPages policies,
            SecurityText security,
            AtomFeed feed,
            CsafProvider csaf) {
        this.site = site;
        this.frame = frame;
        this.advisories = advisories;
        this.policies = policies;
        this.security = security;
        this.feed = feed;
        this.csaf = csaf;
    }

    /**
     * Another revision of one text is public.
     *
     * @param all with it, what changed last first
     */
    public void publish(PublishedText changed, List<PublishedText> all, Instant now) {
        List<SiteFile> files = new ArrayList<>(advisories.pages(changed));
        files.addAll(csaf.document(changed, frame.publisher()));
        files.addAll(lists(all, now));
        site.put(files, now);
    }

    /**
     * Everything that software, policy or the day may have changed; documents of machines stay as
     * they were signed.
     *
     * @param versions of the policy
     */
    void refresh(List<PublishedText> all, List<String> versions, Instant now) {
        List<SiteFile> files = new ArrayList<>();
        all.forEach(text -> files.addAll(advisories.pages(text)));
        files.addAll(lists(all, now));
        files.addAll(policies.pages(versions));
        files.add(security.file(now));
        site.put(files, now);
    }

    private List<SiteFile> lists(List<PublishedText> all, Instant now) {
        List<SiteFile> files = new ArrayList<>(advisories.lists(all, now));
        files.addAll(csaf.lists(all, frame.publisher(), now));
        files.add(feed.file(all, now));
        return files;
    }
}
