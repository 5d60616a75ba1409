package org.hikeshi.system.access;

import java.util.LinkedHashMap;
import java.util.Map;

/** One request as it goes over the wire; the body in ISO 8859-1. */
record Question(String method, String path, Map<String, String> headers, String body) {
    Question with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Question(method, path, more, body);
    }

    Question at(String other) {
        return new Question(method, other, headers, body);
    }

    Question by(String other) {
        return new Question(other, path, headers, body);
    }

    Question sending(String other) {
        return new Question(method, path, headers, other);
    }

    String wire() {
        StringBuilder text = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        headers.forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
        if (!body.isEmpty() || !method.equals("GET") && !method.equals("HEAD")) {
            text.append("Content-Length: " + body.length() + "\r\n");
        }
        return text.append("\r\n").append(body).toString();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
