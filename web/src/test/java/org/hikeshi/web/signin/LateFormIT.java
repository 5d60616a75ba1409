package org.hikeshi.web.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A form of the desk that is sent when the session is over. */
@QuarkusTest
class LateFormIT {

    private static final String LAST = "hikeshi-last";

    private static RequestSpecification browser() {
        return given().redirects()
                .follow(false)
                .header("Accept-Language", "en")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    private static Response signedIn(String name, String password) {
        return browser().formParam("name", name).formParam("password", password).post("/sign-in");
    }

    /** Of a browser on which operations signed in, whose session is over. */
    private static RequestSpecification lateBrowser() {
        return browser().cookie(LAST, signedIn("it-operations", "correct-horse").cookie(LAST));
    }

    @Test
    void oneThatCannotBeReadIsRefusedLikeAnyOther() {
        lateBrowser()
                .body("text=%zz&more=%")
                .post("/desk/notes")
                .then()
                .statusCode(401)
                .body(containsString("You need to sign in"))
                .body(not(containsString("%zz")));
    }

    @Test
    void itIsGivenBackSealedAndSentAgainByItsSender() {
        String prose = "First line\n<b>second</b> \"line\"";
        Response late =
                lateBrowser()
                        .formParam("text", prose)
                        .formParam("tag", "a", "b")
                        .post("/desk/notes?from=board");
        late.then()
                .statusCode(401)
                .header("Cache-Control", "no-store")
                .body(containsString("What you typed is kept on this page"))
                .body(not(containsString("First line")));
        Response session = signedIn("it-operations", "correct-horse");
        Response opened = opened(late, session);
        opened.then()
                .statusCode(200)
                .body(containsString("action=\"/desk/notes?from=board\""))
                .body(containsString("First line\n&lt;b&gt;second"))
                .body(not(containsString("<b>second")));
        XmlPath page = opened.htmlPath();
        List<String> names = page.getList("**.findAll { it.@type == 'hidden' }.@name");
        List<String> values = page.getList("**.findAll { it.@type == 'hidden' }.@value");
        assertThat(names).containsExactly("text", "tag", "tag", "kept");
        // The parser of this test reads a line break in an attribute as a space.
        assertThat(values.getFirst()).isEqualTo(prose.replace('\n', ' '));
        browser()
                .cookie(Sessions.COOKIE, session.cookie(Sessions.COOKIE))
                .formParam("text", values.getFirst())
                .formParam("tag", values.subList(1, 3))
                .post("/desk/notes?from=board")
                .then()
                .statusCode(200)
                .body(equalTo(values.getFirst() + "|a,b"));
    }

    @Test
    void anotherPersonOnTheSameBrowserSeesNothingOfIt() {
        Response late = lateBrowser().formParam("text", "planted-words").post("/desk/notes");
        opened(late, signedIn("ciso", "other-person"))
                .then()
                .statusCode(403)
                .body(containsString("This text cannot be opened"))
                .body(not(containsString("planted-words")));
    }

    @Test
    void whereNobodyWasSignedInNothingIsKept() {
        browser()
                .formParam("text", "planted-words")
                .post("/desk/notes")
                .then()
                .statusCode(401)
                .body(containsString("You need to sign in"))
                .body(not(containsString("planted-words")));
    }

    @Test
    void aLongOneIsKeptAndOneTooLongOrOfAProgramIsRefused() {
        Response late = lateBrowser().formParam("text", "y".repeat(200_000)).post("/desk/notes");
        opened(late, signedIn("it-operations", "correct-horse"))
                .then()
                .statusCode(200)
                .body(containsString("y".repeat(200_000)));
        lateBrowser()
                .formParam("text", "x".repeat(300_000))
                .post("/desk/notes")
                .then()
                .statusCode(401)
                .body(containsString("You need to sign in"));
        lateBrowser()
                .formParam("text", "x")
                .header("HX-Request", "true")
                .post("/desk/notes")
                .then()
                .statusCode(401)
                .body(not(containsString("What you typed is kept")));
    }

    private static Response opened(Response late, Response session) {
        late.then().statusCode(401);
        String closed =
                late.htmlPath()
                        .getString("**.find { it.@type == 'hidden' && it.@name == 'kept' }.@value");
        return browser()
                .cookie(Sessions.COOKIE, session.cookie(Sessions.COOKIE))
                .formParam("kept", closed)
                .post("/sign-in/kept");
    }
}
