package org.hikeshi.launcher.verify;

import org.hikeshi.trust.audit.Finding;

/** Each finding as a sentence. */
final class FindingWords {
    private FindingWords() {}

    static String english(Finding finding) {
        String place =
                finding.kind() == Finding.Kind.CHECKPOINT_UNREADABLE
                        ? "line " + finding.place() + " of the export"
                        : finding.kind().aboutCheckpoint()
                                ? "checkpoint " + finding.place()
                                : finding.place() == 0
                                        ? "a row that is not chained"
                                        : "row " + finding.place();
        return place + ": " + says(finding.kind());
    }

    private static String says(Finding.Kind kind) {
        return switch (kind) {
            case CONTENT_CHANGED -> "actor, action, subject, time or a hash was changed";
            case DETAIL_CHANGED -> "the sealed detail was replaced";
            case DETAIL_MISSING -> "the sealed detail is gone";
            case LATE_DATED -> "says an earlier time than rows before it: it was entered late";
            case AHEAD_OF_TIME -> "says a time that had not come yet";
            case CHAIN_BROKEN -> "does not follow from the row before it";
            case ROW_MISSING -> "is missing";
            case ROW_REPEATED -> "comes twice or out of order";
            case HALF_SEALED -> "has a place without a chain hash, or a chain hash without a place";
            case CUT_OFF -> "was signed for and is gone, with all after it";
            case REBUILT -> "another history was signed up to here: the chain was computed anew";
            case CHECKPOINT_UNKNOWN_KEY -> "signed with a key nobody knows";
            case CHECKPOINT_BAD_SIGNATURE -> "the signature is not one over this checkpoint";
            case CHECKPOINT_OF_ANOTHER -> "speaks of another service, or another one signed it";
            case CHECKPOINT_KEY_OUT_OF_TIME -> "signed with a key that was not in use then";
            case CHECKPOINT_KEY_COMPROMISED -> "signed with a key that was in wrong hands then";
            case CHECKPOINT_LINK_BROKEN -> "does not follow from the checkpoint before it";
            case CHECKPOINT_BACK_IN_TIME -> "says an earlier time than the one before it";
            case CHECKPOINT_NOT_IN_DATABASE -> "was exported and is gone from the database";
            case CHECKPOINT_NOT_IN_EXPORT -> "is in the database, but gone from the export";
            case CHECKPOINT_DIFFERS -> "database and export say different things";
            case CHECKPOINT_UNREADABLE -> "is no checkpoint";
        };
    }

    static String japanese(Finding finding) {
        String place =
                finding.kind() == Finding.Kind.CHECKPOINT_UNREADABLE
                        ? "書き出しの " + finding.place() + " 行目"
                        : finding.kind().aboutCheckpoint()
                                ? "チェックポイント " + finding.place()
                                : finding.place() == 0 ? "未連結の行" : finding.place() + " 行目";
        return place + ": " + japaneseFor(finding.kind());
    }

    private static String japaneseFor(Finding.Kind kind) {
        return switch (kind) {
            case CONTENT_CHANGED -> "行為者・行為・対象・日時・ハッシュのいずれかが変更されています";
            case DETAIL_CHANGED -> "封印された詳細が差し替えられています";
            case DETAIL_MISSING -> "封印された詳細が失われています";
            case LATE_DATED -> "前の行より古い日時が記されています(後から追加された行です)";
            case AHEAD_OF_TIME -> "その時点でまだ来ていない日時が記されています";
            case CHAIN_BROKEN -> "直前の行とつながりません";
            case ROW_MISSING -> "欠落しています";
            case ROW_REPEATED -> "重複しているか、順序が入れ替わっています";
            case HALF_SEALED -> "連番と連結ハッシュの片方しかありません";
            case CUT_OFF -> "署名済みのこの行以降が削除されています";
            case REBUILT -> "ここまでの署名と一致しません。記録が計算し直されています";
            case CHECKPOINT_UNKNOWN_KEY -> "未知の鍵で署名されています";
            case CHECKPOINT_BAD_SIGNATURE -> "署名が内容と一致しません";
            case CHECKPOINT_OF_ANOTHER -> "別のサービスのもの、または別のサービスによる署名です";
            case CHECKPOINT_KEY_OUT_OF_TIME -> "有効期間外の鍵で署名されています";
            case CHECKPOINT_KEY_COMPROMISED -> "漏えいした鍵で署名されています";
            case CHECKPOINT_LINK_BROKEN -> "直前のチェックポイントとつながりません";
            case CHECKPOINT_BACK_IN_TIME -> "直前のチェックポイントより古い日時が記されています";
            case CHECKPOINT_NOT_IN_DATABASE -> "書き出し済みですが、データベースにありません";
            case CHECKPOINT_NOT_IN_EXPORT -> "データベースにありますが、書き出しから失われています";
            case CHECKPOINT_DIFFERS -> "データベースと書き出しの内容が異なります";
            case CHECKPOINT_UNREADABLE -> "チェックポイントとして読めません";
        };
    }
}
