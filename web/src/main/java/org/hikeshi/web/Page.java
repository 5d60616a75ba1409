package org.hikeshi.web;

import io.quarkus.qute.TemplateData;

/**
 * What the layout knows of the page it frames. Immutable; get one from {@link Visit#page}.
 *
 * @param titleText this page's name, already in words; numbers and stages only, never report text
 * @param path path without query, for the language switch
 * @param keptForm id of the form whose input the language switch must keep, empty if none
 * @param audience reporters and the public get large targets and no script; staff get htmx
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
        boolean failed) {

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

    public boolean keepsForm() {
        return !keptForm.isEmpty();
    }

    /**
     * The same page, whose language switch submits the form with this id and so keeps its input.
     */
    public Page keeping(String formId) {
        return new Page(words, language, look, titleText, path, formId, audience, failed);
    }

    /** The same page for staff. */
    public Page forStaff() {
        return new Page(words, language, look, titleText, path, keptForm, Audience.STAFF, failed);
    }

    /** The same page as answer to input that could not be taken: its title begins with 「エラー: 」. */
    public Page withErrors() {
        return new Page(words, language, look, titleText, path, keptForm, audience, true);
    }
}
