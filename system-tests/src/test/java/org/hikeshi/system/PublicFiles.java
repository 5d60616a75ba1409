package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All that anybody can read without an account: the published site and the download pages. */
record PublicFiles(RunningSystem system) {
    private static final Pattern LINK = Pattern.compile("href=\"(/downloads/[^\"]+)\"");

    /** Path and content. */
    record PublicFile(String path, byte[] bytes) {}

    /** Paths; that each of them is really served is made sure of. */
    Set<String> paths() throws SQLException, IOException {
        Set<String> paths = new TreeSet<>();
        for (PublicFile file : all()) {
            paths.add(file.path());
        }
        return paths;
    }

    List<PublicFile> all() throws SQLException, IOException {
        List<PublicFile> files = new ArrayList<>();
        for (String path : site()) {
            files.add(fetched(path));
        }
        Set<String> known = new TreeSet<>(Set.of("/downloads/signing-key.pem"));
        PublicFile models = fetched("/downloads");
        files.add(models);
        for (String model : links(models)) {
            if (known.add(model)) {
                PublicFile page = fetched(model);
                files.add(page);
                for (String file : links(page)) {
                    if (known.add(file)) {
                        files.add(fetched(file));
                    }
                }
            }
        }
        return files;
    }

    private static List<String> links(PublicFile page) {
        List<String> links = new ArrayList<>();
        Matcher found =
                LINK.matcher(new String(page.bytes(), java.nio.charset.StandardCharsets.UTF_8));
        while (found.find()) {
            links.add(found.group(1));
        }
        return links;
    }

    private List<String> site() throws SQLException {
        List<String> paths = new ArrayList<>();
        try (Connection db = system.database("disclosure");
                Statement statement = db.createStatement();
                ResultSet rows = statement.executeQuery("SELECT path FROM site_file ORDER BY 1")) {
            while (rows.next()) {
                paths.add(rows.getString(1));
            }
        }
        return paths;
    }

    private PublicFile fetched(String path) throws IOException {
        ReporterClient.Reply reply = system.reporter().get(path);
        assertThat(reply.status()).as(path).isEqualTo(200);
        return new PublicFile(path, reply.http().body());
    }
}
