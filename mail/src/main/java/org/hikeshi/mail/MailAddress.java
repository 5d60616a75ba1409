package org.hikeshi.mail;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A mail address that is safe in headers and SMTP commands (RFC 5321 §4.1.2, dot-string @ domain).
 *
 * @param localPart 1–64 ASCII characters as typed; case is kept, since only the receiver may judge
 *     it
 * @param domain ASCII (punycode) domain name in lower case, at least two labels, at most 253
 *     characters
 */
public record MailAddress(String localPart, String domain) {

    /**
     * The longest path SMTP can carry: 256 octets with its angle brackets (RFC 5321 §4.5.3.1.3).
     */
    private static final int LONGEST = 254;

    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_DOMAIN = 253;

    private static final Pattern DOT_STRING =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    /**
     * @throws IllegalArgumentException if the parts would not pass {@link #check(String)}: a
     *     program error, since people's input goes through the check
     */
    public MailAddress {
        if (!goodLocalPart(localPart) || !goodDomain(domain)) {
            throw new IllegalArgumentException("not a mail address");
        }
    }

    /** What the check says: the address, or why it is none. */
    public sealed interface Verdict permits Good, Refused {}

    /** The address can be written to. */
    public record Good(MailAddress address) implements Verdict {}

    /** The text is no address that mail could be sent to. */
    public record Refused(Reason reason) implements Verdict {}

    /** Why a text is refused; callers word it in the reader's language. */
    public enum Reason {
        EMPTY,
        TOO_LONG,
        CONTROL_CHARACTER,
        NO_AT_SIGN,
        LOCAL_PART,
        DOMAIN
    }

    /** Judges a text exactly as typed: surrounding spaces are the caller's to strip. */
    public static Verdict check(String typed) {
        if (typed.isEmpty()) {
            return new Refused(Reason.EMPTY);
        }
        if (typed.codePoints().anyMatch(MailAddress::breaksLines)) {
            return new Refused(Reason.CONTROL_CHARACTER);
        }
        int at = typed.lastIndexOf('@');
        if (at < 0) {
            return new Refused(Reason.NO_AT_SIGN);
        }
        String localPart = typed.substring(0, at);
        if (!goodLocalPart(localPart)) {
            return new Refused(Reason.LOCAL_PART);
        }
        String domain = asciiDomain(typed.substring(at + 1));
        if (!goodDomain(domain)) {
            return new Refused(Reason.DOMAIN);
        }
        return localPart.length() + 1 + domain.length() > LONGEST
                ? new Refused(Reason.TOO_LONG)
                : new Good(new MailAddress(localPart, domain));
    }

    /** The address as it stands in a header or after {@code RCPT TO:}. */
    @Override
    public String toString() {
        return localPart + "@" + domain;
    }

    /** Everything some mailer takes for a new line, also the ones Unicode adds. */
    private static boolean breaksLines(int codePoint) {
        return Character.isISOControl(codePoint) || codePoint == 0x2028 || codePoint == 0x2029;
    }

    private static boolean goodLocalPart(String text) {
        return text.length() <= LONGEST_LOCAL_PART && DOT_STRING.matcher(text).matches();
    }

    private static boolean goodDomain(String domain) {
        if (domain.length() > LONGEST_DOMAIN) {
            return false;
        }
        String[] labels = domain.split("\\.", -1);
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        // An all-digit last label would be an IPv4 address in disguise (RFC 3696 §2).
        return labels.length >= 2 && !NUMBER.matcher(labels[labels.length - 1]).matches();
    }

    /** Punycode in lower case; empty when the text cannot be a domain. */
    private static String asciiDomain(String typed) {
        try {
            // NFKC first: full-width letters and the ideographic full stop are typing, not meaning.
            String folded = Normalizer.normalize(typed, Normalizer.Form.NFKC);
            return IDN.toASCII(folded, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notADomain) {
            return "";
        }
    }
}
