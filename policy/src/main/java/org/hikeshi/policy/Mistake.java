package org.hikeshi.policy;

import java.util.List;

/** Everything that can be wrong with a policy file, in a plain sentence of both languages. */
enum Mistake {
    UNREADABLE("このファイルを読めません({0})。", "This file cannot be read ({0})."),
    NOT_UTF8("UTF-8 ではないバイトがあります。", "There is a byte that is not UTF-8."),
    TOO_BIG("ファイルは {0} バイトまでです。", "The file may have at most {0} bytes."),
    TOO_DEEP("入れ子は {0} 段までです。", "Values may be nested at most {0} deep."),
    ALIAS(
            "アンカー、別名、タグは使えません。値をそのまま書いてください。",
            "Anchors, aliases and tags are not used here: write the value out."),
    SYNTAX("YAML として読めません: {0}", "This is not YAML: {0}."),
    EMPTY_FILE("ファイルが空です。", "The file is empty."),
    MANY_DOCUMENTS("文書は一つだけ書いてください。", "Write one document only."),
    UNKNOWN_KEY(
            "「{0}」というキーはここにありません。使えるのは {1} です。", "There is no key \"{0}\" here; known are {1}."),
    MISTYPED_KEY(
            "「{0}」というキーはここにありません。「{1}」のことですか。",
            "There is no key \"{0}\" here; did you mean \"{1}\"?"),
    MISSING_KEY("キー「{0}」がありません。({1})", "The key \"{0}\" is missing ({1})."),
    KEY_TWICE(
            "キー「{0}」が二度あります。最初は {1} 行目です。",
            "The key \"{0}\" is here twice; the first is on line {1}."),
    KEY_NOT_TEXT("キーは文字列で書いてください。", "A key must be plain text."),
    NOT_A_MAPPING("ここには「キー: 値」の組が必要です。", "Here \"key: value\" pairs are needed."),
    NOT_A_LIST("ここには「- 」で始まる一覧が必要です。", "Here a list is needed, each item after \"- \"."),
    EMPTY_LIST("一覧に少なくとも一つ書いてください。", "The list needs at least one item."),
    NOT_TEXT(
            "文字列が必要です。数や true は引用符で囲んでください。",
            "Text is needed; put numbers and true or false in quotes."),
    EMPTY_TEXT("文が空です。", "The text is empty."),
    TOO_LONG("文は {0} 文字までです。", "A text may have at most {0} characters."),
    NOT_A_NUMBER("1 から 9999 までの整数が必要です。", "A whole number from 1 to 9999 is needed."),
    NOT_A_SCORE(
            "0.0 から 10.0 までの、小数点以下 1 桁の値が必要です。",
            "A score from 0.0 to 10.0 with one decimal is needed."),
    NOT_YES_NO("true か false が必要です。", "true or false is needed."),
    NOT_A_DATE(
            "「{0}」は日付ではありません。2026-12-01 の形で書いてください。",
            "\"{0}\" is no date; write it as 2026-12-01."),
    NOT_A_TIME(
            "「{0}」は時刻ではありません。17:30 の形で、引用符で囲んで書いてください。",
            "\"{0}\" is no time of day; write it in quotes as 17:30."),
    NOT_A_ZONE(
            "「{0}」というタイムゾーンはありません。Asia/Tokyo のように書いてください。",
            "\"{0}\" is no time zone; write it like Asia/Tokyo."),
    NOT_A_TERM(
            "「{0}」は期間ではありません。「5 business days」「30 days」「48 hours」「P3Y」のように書いてください。",
            "\"{0}\" is no term; write it like 5 business days, 30 days, 48 hours or P3Y."),
    NOT_A_CLAUSE(
            "「{0}」は条の番号ではありません。3.2 や E5.1-first のように、英数字で引用符に入れて書いてください。",
            "\"{0}\" is no clause; write it in quotes like 3.2 or E5.1-first."),
    NOT_AN_ADDRESS("「{0}」はメールアドレスではありません。", "\"{0}\" is no mail address."),
    NOT_A_VERSION(
            "「{0}」は版番号ではありません。\"1.0\" のように書いてください。",
            "\"{0}\" is no version number; write it like \"1.0\"."),
    NOT_A_PREFIX(
            "「{0}」は番号の先頭に使えません。大文字で始まる 2 から 10 文字の英大文字と数字で、EX のように書いてください。",
            "\"{0}\" cannot begin a public number; write 2 to 10 capitals and digits, a capital first,"
                    + " such as EX."),
    NOT_ONE_OF("「{0}」は使えません。使えるのは {1} です。", "\"{0}\" is not known here; known are {1}."),
    LANGUAGE_MISSING("言語「{0}」の文がありません。", "The text in language \"{0}\" is missing."),
    LANGUAGE_FOREIGN(
            "言語「{0}」は、この方針の languages にありません。",
            "Language \"{0}\" is not among this policy's languages."),
    TWICE("「{0}」が二度あります。", "\"{0}\" is here twice."),
    CLAUSE_TWICE("条「{0}」は {1} 行目ですでに使われています。", "Clause \"{0}\" is already used on line {1}."),
    EFFECTIVE_BEFORE_CREATED(
            "適用開始日が作成日({0})より前です。", "The policy takes effect before it was created ({0})."),
    ENDS_BEFORE_IT_BEGINS("終わりが始まり({0})より前です。", "The end is before the beginning ({0})."),
    CLOSES_DURING_HOURS(
            "終業時刻 {0} が受付時間の終わり({1})より前です。",
            "The closing time {0} is before the end of the business hours ({1})."),
    CLOSURES_OVERLAP(
            "{0} からの休業が、{1} からの休業と重なっています。", "The closure from {0} overlaps the one from {1}."),
    CLOSURE_TOO_LONG("休業は 2 か月未満にしてください。", "A closure must be shorter than two months."),
    EITHER_OR("「{0}」か「{1}」のどちらか一つを書いてください。", "Write either \"{0}\" or \"{1}\", one of the two."),
    LEVEL_MISSING("深刻度「{0}」がありません。", "The severity \"{0}\" is missing."),
    BAND_UPSIDE_DOWN("下限が上限({0})より大きくなっています。", "The band begins above its end ({0})."),
    BANDS_NOT_JOINED(
            "「{0}」の区分は {1} で終わる必要があります(隣の区分との隙間や重なりをなくす)。",
            "The band \"{0}\" must end at {1}, so that there is neither a gap nor an overlap."),
    BANDS_NOT_WHOLE("区分全体は {0} から {1} までを覆う必要があります。", "The bands together must cover {0} to {1}."),
    STRICTER_IS_SLOWER("「{0}」の期限が「{1}」より長くなっています。", "\"{0}\" has a longer term than \"{1}\"."),
    ANCHOR_UNFIT(
            "この時計は「{0}」から始められません。使えるのは {1} です。",
            "This clock cannot start from \"{0}\"; it can from {1}."),
    PROGRESS_IS_RHYTHM("定期連絡は rhythm に書いてください。", "Progress is set under rhythm, not here."),
    WARN_NOT_BEFORE(
            "予告({0})が期限より後になっています。", "The warning ({0}) does not come before the due time."),
    NEVER_WAIVED("このゲートは省略できません。", "This gate can never be waived."),
    NO_WAY_TO_REACH("窓口には mail か page が必要です。", "A contact needs mail or page."),
    NO_OFFICIAL_DESK(
            "報告者向け(reporters か everybody)の窓口が必要です。",
            "A contact for reporters (or everybody) is needed."),
    OWN_FACTOR_UNNAMED("独自の因子(own)には name が必要です。", "An own factor needs a name."),
    NOT_CIVIL("日、月、年で書いてください。", "Write this in days, months or years.");

    private final String ja;
    private final String en;

    Mistake(String ja, String en) {
        this.ja = ja;
        this.en = en;
    }

    String sentence(Language language, List<String> arguments) {
        String sentence = language.say(ja, en);
        for (int i = 0; i < arguments.size(); i++) {
            sentence = sentence.replace("{" + i + "}", arguments.get(i));
        }
        return sentence.strip();
    }
}
