package io.limn.auth.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One act that matters to security. Built in a line:
 * {@code AuditEntry.of("membership.changed").user(7).organization(3).with("role", "worker")}. Never holds secrets, nor
 * what somebody typed into a form that asks for one.
 *
 * @param act          what was done, in small letters: {@code login}, {@code token.revoked}
 * @param user         the user concerned, {@code null} when he is not known
 * @param organization the organization concerned, {@code null} for none
 * @param details      what else there is to say, by name
 */
public record AuditEntry(String act, Long user, Long organization, Map<String, Object> details) {
    private static final Pattern ACT = Pattern.compile("[a-z][a-z_]*(\\.[a-z_]+)*");
    private static final int LONGEST_ACT = 64;

    /** Checks the name of the act. */
    public AuditEntry {
        if (act.length() > LONGEST_ACT || !ACT.matcher(act).matches()) {
            throw new IllegalArgumentException("No name of an act: " + act);
        }
    }

    /** An act. */
    public static AuditEntry of(String act) {
        return new AuditEntry(act, null, null, Map.of());
    }

    /** The same with the user whom it concerns. */
    public AuditEntry user(Long concerned) {
        return new AuditEntry(act, concerned, organization, details);
    }

    /** The same with the organization that it concerns. */
    public AuditEntry organization(Long concerned) {
        return new AuditEntry(act, user, concerned, details);
    }

    /** The same with one more detail; {@code null} says nothing. */
    public AuditEntry with(String name, Object value) {
        if (value == null) {
            return this;
        }
        var more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new AuditEntry(act, user, organization, more);
    }
}
