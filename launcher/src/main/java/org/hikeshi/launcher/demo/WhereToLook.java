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
                        "  報告者の画面 " + origin + "/status   (受付番号とアクセスキーで開きます)",
                        "  案件         " + origin + "/desk/cases/" + caseId,
                        "  公表した勧告 " + origin + "/advisories/" + advisory,
                        "  メール       " + origin + "/mailbox",
                        "  案件とメールのページは、先に up が表示したリンクで開きます。担当者は /trial で切り替えます。")
                : List.of(
                        "  Tracking code  " + code + "   access key " + accessKey,
                        "  Status page    " + origin + "/status   (opens with code and key)",
                        "  Case           " + origin + "/desk/cases/" + caseId,
                        "  Advisory       " + origin + "/advisories/" + advisory,
                        "  Mail           " + origin + "/mailbox",
                        "  Open the link that up printed first, then choose a person on /trial to see the case.");
    }
}
