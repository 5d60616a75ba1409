package org.hikeshi.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import org.hikeshi.launcher.house.DeskKey;
import org.hikeshi.launcher.house.Household;
import org.hikeshi.launcher.house.Premises;
import org.hikeshi.launcher.house.Refusal;
import org.hikeshi.launcher.house.Wishes;

/** {@code ./hikeshi key create|rotate}: the desk's OpenPGP certificate. */
record KeyCommand(Premises premises, Wishes wishes, PrintStream out, boolean japanese) {

    void run(String[] words) throws IOException {
        premises.prepare();
        var key = new DeskKey(premises, Clock.systemUTC());
        switch (words.length == 2 ? words[1] : "") {
            case "create" -> {
                key.create(Household.policy(premises, wishes));
                tell("Made", "作成しました", key);
            }
            case "rotate" -> {
                key.rotate();
                tell(
                        "Renewed; the services use the new subkeys from the next ./hikeshi up",
                        "更新しました。次の ./hikeshi up から新しい副鍵を使います",
                        key);
            }
            default ->
                    throw new Refusal(
                            "key create or key rotate is expected",
                            "key create か key rotate を指定してください");
        }
    }

    private void tell(String english, String japaneseWords, DeskKey key) {
        out.println(japanese ? japaneseWords : english);
        out.println("  " + key.fingerprint());
        out.println("  " + key.certificate());
    }
}
