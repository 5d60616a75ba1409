package org.hikeshi.web.provider;

import static io.restassured.RestAssured.given;

import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;

/** A browser whose every answer can be looked at: it follows nothing by itself. */
final class HopByHop {

    private final Map<String, String> cookies = new HashMap<>();

    Map<String, String> cookies() {
        return cookies;
    }

    RequestSpecification asking() {
        return given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .header("Accept-Language", "en")
                .cookies(cookies);
    }

    Response remembered(Response answer) {
        for (Cookie one : answer.getDetailedCookies()) {
            if (one.getMaxAge() == 0) {
                cookies.remove(one.getName());
            } else {
                cookies.put(one.getName(), one.getValue());
            }
        }
        return answer;
    }

    Response go(String address) {
        return remembered(asking().get(address));
    }

    /** From the first question to the page asked for, hop by hop. */
    Response signIn(String path) {
        Response answer = go(path);
        for (int hop = 0; hop < 8 && answer.statusCode() / 100 == 3; hop++) {
            answer = go(answer.header("Location"));
        }
        return answer;
    }
}
