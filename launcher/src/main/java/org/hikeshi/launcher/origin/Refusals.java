package org.hikeshi.launcher.origin;

import io.vertx.core.json.JsonObject;

/**
 * What the origin itself refuses: a page for people, a problem document (RFC 9457) for programs.
 */
public enum Refusals {
    NOT_FOUND(
            404,
            "not-found",
            "Not found, or outside what you may see",
            "見つからないか、閲覧範囲の外です",
            "Please check the address. If you need a page that does not open, contact the person on duty at the desk.",
            "アドレスを確かめてください。必要なページが開けないときは、窓口の当番へご連絡ください。"),
    ADDRESS(
            400,
            "address",
            "We cannot read this address",
            "このアドレスは読み取れません",
            "The address holds a sequence of characters that we do not accept. Please follow the link again.",
            "アドレスに使えない文字の並びがあります。リンクをもう一度たどってください。"),
    UNKNOWN_HOST(
            421,
            "host-unknown",
            "This is not a host of that name",
            "この名前のホストではありません",
            "Please use the address that ./hikeshi up printed.",
            "./hikeshi up が表示したアドレスをお使いください。"),
    DOWN(
            503,
            "unavailable",
            "We cannot take this right now",
            "いま応答できません",
            "This part does not answer; it is being started again. What you typed is still in your browser: go back, and press the button again in a few moments.",
            "この部分は応答していません。再起動しています。入力した内容はブラウザーに残っています。前のページに戻り、しばらくしてもう一度ボタンを押してください。"),
    LOCKED(
            401,
            "sign-in",
            "This page belongs to the person who started the trial",
            "このページは、試用を始めた人のためのものです",
            "Open the link that ./hikeshi up printed (it works once), or sign in with a name and password of .hikeshi/people.properties.",
            "./hikeshi up が表示したリンク(一度だけ使えます)を開くか、.hikeshi/people.properties の名前とパスワードでサインインしてください。"),
    BRAKED(
            429,
            "too-many-attempts",
            "Too many attempts. Please try again in a minute",
            "試行が多すぎます。1 分後にもう一度お試しください",
            "Too many wrong passwords were given for this name. The link that ./hikeshi up printed works all the same.",
            "この名前に対して、誤ったパスワードが多く入力されました。./hikeshi up が表示したリンクは、そのまま使えます。");

    private final int status;
    private final String code;
    private final String english;
    private final String japanese;
    private final String moreEnglish;
    private final String moreJapanese;

    Refusals(
            int status,
            String code,
            String english,
            String japanese,
            String moreEnglish,
            String moreJapanese) {
        this.status = status;
        this.code = code;
        this.english = english;
        this.japanese = japanese;
        this.moreEnglish = moreEnglish;
        this.moreJapanese = moreJapanese;
    }

    /** Answers, if nothing was answered yet. */
    public void to(Visit visit, Look look) {
        var response = visit.request().response();
        if (response.headWritten()) {
            visit.request().connection().close();
            return;
        }
        if (this == DOWN) {
            response.putHeader("Retry-After", "2");
        }
        if (this == BRAKED) {
            response.putHeader("Retry-After", "60");
        }
        if (this == LOCKED) {
            response.putHeader("WWW-Authenticate", "Basic realm=\"Hikeshi\", charset=\"UTF-8\"");
        }
        Tongue tongue = visit.tongue();
        if (visit.byProgram()) {
            visit.answer(status, "application/problem+json", problem(tongue));
        } else {
            String title = tongue.say(english, japanese);
            visit.page(
                    status,
                    look.page(
                            tongue,
                            title,
                            "<h1>"
                                    + Look.text(title)
                                    + "</h1>\n<p>"
                                    + Look.text(tongue.say(moreEnglish, moreJapanese))
                                    + "</p>\n<p><a href=\"/\">"
                                    + tongue.say("Back to the desk’s first page", "窓口の案内へ戻る")
                                    + "</a></p>"));
        }
    }

    private String problem(Tongue tongue) {
        return new JsonObject()
                .put("type", "urn:hikeshi:problem:" + code)
                .put("title", tongue.say(english, japanese))
                .put("status", status)
                .put("detail", tongue.say(moreEnglish, moreJapanese))
                .encode();
    }
}
