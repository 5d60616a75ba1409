package org.hikeshi.web;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the layout knows of the page it frames. Immutable; get one from {@link Visit#page}.
 *
 * @param titleText this page's name, already in words; numbers and stages only, never report text
 * @param path path without query, for the language switch
 * @param keptForm id of the form whose input the language switch must keep, empty if none
 * @param audience reporters and the public get large targets and no script; staff get htmx
 * @param fragment whether another page fetched this one as its panel: then no frame is drawn
 * @param visitor who is signed in, asked only where a page is for staff
 */
@TemplateData
public record Page(
        Words words,
        Language language,
        Look look,
        String titleText,
        String path,
        String keptForm,
        Audience audience,
        boolean failed,
        boolean fragment,
        Supplier<SignedIn> visitor) {

    /** For whom a page is made. */
    public enum Audience {
        PUBLIC,
        STAFF
    }

    /** One sentence of the interface in this page's language. */
    public String say(String key, Object... arguments) {
        return words.say(language, key, arguments);
    }

    /** The word for one value of a group: {@code word("web.severity", "high")}. */
    public String word(String group, String value) {
        return words.say(language, group + "." + value);
    }

    /** {@code … – {organisation} 製品セキュリティ窓口}; staff pages end in the software's name. */
    public String title() {
        String error = failed ? say("web.title.error") : "";
        return error
                + (staff()
                        ? say("web.title.staff", titleText)
                        : say("web.title.public", titleText, organisation()));
    }

    public String organisation() {
        return look.desk().organisation(language);
    }

    /** Where the service keeps a static file, with its unchanging address. */
    public String asset(String file) {
        return look.assets().address(file);
    }

    public boolean trial() {
        return look.trial();
    }

    public boolean staff() {
        return audience == Audience.STAFF;
    }

    /** Who looks at this staff page. */
    public SignedIn who() {
        return visitor.get();
    }

    /** The desk's main pages that this person may open. */
    public List<DeskLink> nav() {
        return DeskLink.forPerson(who(), path);
    }

    /** A moment with weekday, hour and zone: 「2026年12月4日(金) 17:30 JST」. */
    public String moment(Instant at) {
        return look.desk().moment(at, language);
    }

    /** A due date: the day alone where it ends with the day, else as {@link #moment}. */
    public String due(Instant at) {
        return look.desk().due(at, language);
    }

    /** A day of the calendar with its weekday; takes ISO 8601, {@code 2031-03-31}. */
    public String day(String iso) {
        return language.day(LocalDate.parse(iso));
    }

    public boolean keepsForm() {
        return !keptForm.isEmpty();
    }

    /**
     * The same page, whose language switch submits the form with this id and so keeps its input.
     */
    public Page keeping(String formId) {
        return with(formId, audience, failed, fragment);
    }

    /** The same page for staff. */
    public Page forStaff() {
        return with(keptForm, Audience.STAFF, failed, fragment);
    }

    /** The same page as answer to input that could not be taken: its title begins with 「エラー: 」. */
    public Page withErrors() {
        return with(keptForm, audience, true, fragment);
    }

    /**
     * The same page as a panel that another page fetched: no frame, its headline one level lower.
     */
    Page asFragment() {
        return with(keptForm, audience, failed, true);
    }

    private Page with(String form, Audience whom, boolean wrong, boolean panel) {
        return new Page(words, language, look, titleText, path, form, whom, wrong, panel, visitor);
    }
}
