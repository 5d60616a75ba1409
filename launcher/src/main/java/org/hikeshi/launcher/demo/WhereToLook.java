package org.hikeshi.launcher.demo;

import java.util.List;

/**
 * What the story leaves behind, and where a person finds it.
 *
 * @param accessKey of a reporter who does not exist: a visitor may be that reporter
 * @param advisory its public id
 * @param origin the address that every link begins with
 */
record WhereToLook(String code, String accessKey, String caseId, String advisory, String origin) {

    static WhereToLook of(Deeds deeds, String origin) {
        return new WhereToLook(
                deeds.finder().trackingCode(),
                deeds.finder().accessKey(),
                deeds.office().caseId(),
                deeds.press().read("security-office").getString("publicId"),
                origin);
    }

    /** One line each, in the order in which a visitor asks. */
    List<String> lines(boolean japanese) {
        return japanese
                ? List.of(
                        "  受付番号     " + code + "   アクセスキー " + accessKey,
                        "  状況のページ " + origin + "/status   (受付番号とアクセスキーで開きます)",
                        "  案件         " + origin + "/desk/cases/" + caseId,
                        "  公表文       " + origin + "/advisories/" + advisory,
                        "  メール       " + origin + "/mailbox",
                        "  案件とメールを見るには、先に、up が表示したリンクを開いてください。担当者は /trial で選びます。")
                : List.of(
                        "  Tracking code  " + code + "   access key " + accessKey,
                        "  Status page    " + origin + "/status   (opens with code and key)",
                        "  Case           " + origin + "/desk/cases/" + caseId,
                        "  Advisory       " + origin + "/advisories/" + advisory,
                        "  Mail           " + origin + "/mailbox",
                        "  To see case and mail, first open the link that up printed, then choose a person on /trial.");
    }
}
