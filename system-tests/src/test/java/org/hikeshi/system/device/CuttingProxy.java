package org.hikeshi.system.device;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The proxy of a device's owner on a bad line: the first download of a whole file breaks off, what
 * follows passes. It speaks HTTP/1.1 in clear and one request per connection.
 */
public final class CuttingProxy implements AutoCloseable {
    private final ServerSocket socket;
    private final String file;
    private final List<String> ranges = Collections.synchronizedList(new ArrayList<>());
    private int cutAfter;

    /**
     * @param file end of the path whose download is cut
     * @param after bytes of the answer, its head included
     */
    public CuttingProxy(String file, int after) throws IOException {
        this.file = file;
        this.cutAfter = after;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    public ProxySelector way() {
        return ProxySelector.of(
                new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort()));
    }

    /** {@code Range} of each request that had one. */
    public List<String> ranges() {
        return List.copyOf(ranges);
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = client.getInputStream();
            List<String> head = head(in);
            String[] words = head.getFirst().split(" ");
            URI uri = URI.create(words[1]);
            byte[] body = in.readNBytes(Integer.parseInt(header(head, "content-length", "0")));
            String range = header(head, "range", "");
            if (!range.isEmpty()) {
                ranges.add(range);
            }
            boolean whole = words[0].equals("GET") && uri.getPath().endsWith(file);
            try (Socket house = new Socket(uri.getHost(), uri.getPort())) {
                forward(house.getOutputStream(), words[0], uri, head, body);
                copy(
                        house.getInputStream(),
                        client.getOutputStream(),
                        whole && range.isEmpty() ? once() : Long.MAX_VALUE);
            }
        } catch (IOException lost) {
            // The device tries again, as on every bad line.
        }
    }

    private synchronized long once() {
        long now = cutAfter == 0 ? Long.MAX_VALUE : cutAfter;
        cutAfter = 0;
        return now;
    }

    private static List<String> head(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (!bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int one = in.read();
            if (one < 0) {
                throw new IOException("no request");
            }
            bytes.write(one);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1).strip().lines().toList();
    }

    private static String header(List<String> head, String name, String otherwise) {
        return head.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse(otherwise);
    }

    /** In the form that a server reads; the answer ends with its connection. */
    private static void forward(
            OutputStream out, String method, URI uri, List<String> head, byte[] body)
            throws IOException {
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        StringBuilder request = new StringBuilder();
        request.append(method).append(' ').append(uri.getRawPath()).append(query);
        request.append(" HTTP/1.1\r\n");
        head.stream()
                .skip(1)
                .filter(line -> !line.toLowerCase(Locale.ROOT).matches("(proxy-)?connection:.*"))
                .forEach(line -> request.append(line).append("\r\n"));
        request.append("Connection: close\r\n\r\n");
        out.write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
    }

    private static void copy(InputStream from, OutputStream to, long most) throws IOException {
        byte[] buffer = new byte[8 * 1024];
        long left = most;
        for (int read = from.read(buffer); read >= 0 && left > 0; read = from.read(buffer)) {
            int part = (int) Math.min(read, left);
            to.write(buffer, 0, part);
            left -= part;
        }
        to.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
