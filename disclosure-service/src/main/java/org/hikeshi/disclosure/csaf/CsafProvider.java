package org.hikeshi.disclosure.csaf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.hikeshi.disclosure.pgp.DeskKey;
import org.hikeshi.disclosure.publication.PublishedText;
import org.hikeshi.disclosure.publication.SiteFile;

/** The files of a CSAF provider (CSAF 2.0, 7.1); a trusted one if the desk can sign. */
@ApplicationScoped
public class CsafProvider {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DeskKey key;

    CsafProvider(DeskKey key) {
        this.key = key;
    }

    /**
     * The document of one text with hashes and signature. The signature is new each time: call it
     * once per revision.
     *
     * @throws IllegalStateException naming the broken rules, if the document may not go out
     */
    public List<SiteFile> document(PublishedText text, Publisher publisher) {
        byte[] document = CsafDocument.of(text, publisher);
        List<String> broken = broken(text, publisher);
        if (!broken.isEmpty()) {
            throw new IllegalStateException("CSAF document breaks " + broken);
        }
        String path = CsafNames.path(text);
        String name = path.substring(path.lastIndexOf('/') + 1);
        List<SiteFile> files = new ArrayList<>();
        files.add(new SiteFile(path, SiteFile.JSON, document));
        files.add(hash(path + ".sha256", "SHA-256", document, name));
        files.add(hash(path + ".sha512", "SHA-512", document, name));
        key.sign(document)
                .ifPresent(
                        signature ->
                                files.add(SiteFile.of(path + ".asc", SiteFile.TEXT, signature)));
        return files;
    }

    /** Numbers of the standard's rules that the document of this text would break. */
    public static List<String> broken(PublishedText text, Publisher publisher) {
        return CsafRules.broken(CsafDocument.tree(text, publisher));
    }

    private static SiteFile hash(String path, String algorithm, byte[] document, String name) {
        try {
            String hex =
                    HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(document));
            return SiteFile.of(path, SiteFile.TEXT, hex + "  " + name + "\n");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Index, changes and metadata.
     *
     * @param all what changed last first
     * @param now when the list was made, if nothing was ever published
     */
    public List<SiteFile> lists(List<PublishedText> all, Publisher publisher, Instant now) {
        String index = all.stream().map(CsafNames::relative).sorted().collect(lines());
        String changes =
                all.stream()
                        .map(
                                text ->
                                        "\"%s\",\"%s\""
                                                .formatted(
                                                        CsafNames.relative(text), text.changedAt()))
                        .collect(lines());
        Instant updated = all.isEmpty() ? now : all.getFirst().changedAt();
        List<SiteFile> files = new ArrayList<>();
        files.add(SiteFile.of(CsafNames.ROOT + "index.txt", SiteFile.TEXT, index));
        files.add(SiteFile.of(CsafNames.ROOT + "changes.csv", "text/csv;charset=UTF-8", changes));
        files.add(metadata(publisher, updated));
        key.certificate()
                .ifPresent(
                        armoured ->
                                files.add(
                                        SiteFile.of(
                                                "/.well-known/openpgp-key.asc",
                                                "application/pgp-keys",
                                                armoured)));
        return files;
    }

    private static java.util.stream.Collector<CharSequence, ?, String> lines() {
        return Collectors.collectingAndThen(
                Collectors.joining("\n"), text -> text.isEmpty() ? "" : text + "\n");
    }

    private SiteFile metadata(Publisher publisher, Instant updated) {
        String root = publisher.origin() + CsafNames.ROOT;
        ObjectNode metadata = JSON.createObjectNode();
        metadata.put("canonical_url", root + "provider-metadata.json");
        metadata.putArray("distributions")
                .addObject()
                .put("directory_url", root.substring(0, root.length() - 1));
        metadata.put("last_updated", updated.toString());
        metadata.put("list_on_CSAF_aggregators", true);
        metadata.put("metadata_version", "2.0");
        metadata.put("mirror_on_CSAF_aggregators", true);
        keys(metadata, publisher);
        metadata.putObject("publisher")
                .put("category", "vendor")
                .put("contact_details", publisher.contact())
                .put("name", publisher.name())
                .put("namespace", publisher.namespace());
        metadata.put("role", key.present() ? "csaf_trusted_provider" : "csaf_provider");
        try {
            return new SiteFile(
                    CsafNames.ROOT + "provider-metadata.json",
                    SiteFile.JSON,
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(metadata));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("metadata is plain text", impossible);
        }
    }

    private void keys(ObjectNode metadata, Publisher publisher) {
        String url = publisher.origin() + "/.well-known/openpgp-key.asc";
        key.fingerprint()
                .ifPresent(
                        fingerprint ->
                                metadata.putArray("public_openpgp_keys")
                                        .addObject()
                                        .put("fingerprint", fingerprint)
                                        .put("url", url));
    }
}
