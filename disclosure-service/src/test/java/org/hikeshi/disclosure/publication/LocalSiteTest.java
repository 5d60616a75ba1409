package org.hikeshi.disclosure.publication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The copy that is served needs no database, and is never half of two generations. */
class LocalSiteTest {
    private @TempDir Path folder;

    private static Site.Entry put(LocalSite site, String path, String text) throws IOException {
        SiteFile file = SiteFile.of(path, SiteFile.TEXT, text);
        site.keep(file.sha256(), file.bytes());
        return new Site.Entry(path, SiteFile.TEXT, file.sha256());
    }

    private static String read(LocalSite site, String path) throws IOException {
        return new String(site.bytes(site.find(path).orElseThrow()), UTF_8);
    }

    @Test
    void aGenerationAppearsAsAWhole() throws IOException {
        LocalSite site = LocalSite.at(folder);
        assertThat(site.current().number()).isEqualTo(-1);
        Site.Entry list = put(site, "/advisories", "one");
        assertThat(site.find("/advisories")).as("kept, not yet public").isEmpty();
        site.switchTo(new LocalSite.Generation(7, Map.of(list.path(), list)));
        assertThat(read(site, "/advisories")).isEqualTo("one");
        Site.Entry next = put(site, "/advisories", "two");
        Site.Entry page = put(site, "/advisories/EX-SA-2026-7K3M", "two");
        assertThat(read(site, "/advisories")).isEqualTo("one");
        site.switchTo(new LocalSite.Generation(8, Map.of(next.path(), next, page.path(), page)));
        assertThat(read(site, "/advisories")).isEqualTo("two");
        assertThat(read(site, "/advisories/EX-SA-2026-7K3M")).isEqualTo("two");
    }

    @Test
    void whatWasServedIsServedAfterARestartWithoutDatabase() throws IOException {
        LocalSite before = LocalSite.at(folder);
        Site.Entry list = put(before, "/advisories", "one");
        before.switchTo(new LocalSite.Generation(3, Map.of(list.path(), list)));
        LocalSite after = LocalSite.at(folder);
        assertThat(after.current().number()).isEqualTo(3);
        assertThat(read(after, "/advisories")).isEqualTo("one");
        assertThat(after.find("/advisories").orElseThrow().mediaType()).isEqualTo(SiteFile.TEXT);
    }

    @Test
    void aCrashBeforeTheSwitchLeavesTheOldGeneration() throws IOException {
        LocalSite site = LocalSite.at(folder);
        Site.Entry list = put(site, "/advisories", "one");
        site.switchTo(new LocalSite.Generation(3, Map.of(list.path(), list)));
        put(site, "/advisories", "two");
        Files.writeString(folder.resolve("generation-4"), "4\n");
        assertThat(read(LocalSite.at(folder), "/advisories")).isEqualTo("one");
    }
}
