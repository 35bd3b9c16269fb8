package io.limn.common.api;

import java.util.function.Predicate;

/**
 * One member of an {@link Input} with the limits that hold for it. By default a member may be absent but not
 * {@code null}, and a text not blank.
 */
public final class Member<T> {
    static final String TIMESTAMP = "Datetime has wrong format. Use one of these formats instead:"
            + " YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].";

    enum State {
        ABSENT,
        NULL,
        PRESENT,
        REFUSED
    }

    private final FieldErrors errors;
    private final String name;
    private final T value;
    private State state;
    private boolean nullable;
    private boolean blank;

    Member(FieldErrors errors, String name, State state, T value) {
        this.errors = errors;
        this.name = name;
        this.state = state;
        this.value = value;
    }

    /** Demands that the member was sent. */
    public Member<T> required() {
        if (state == State.ABSENT) {
            refuse("This field is required.");
        }
        return this;
    }

    /** Takes {@code null}. */
    public Member<T> nullable() {
        nullable = true;
        return this;
    }

    /** Takes a blank text. */
    public Member<T> blank() {
        blank = true;
        return this;
    }

    /** Limits the length of a text. */
    public Member<T> most(int characters) {
        return demand(
                v -> ((String) v).codePointCount(0, ((String) v).length()) <= characters,
                "Ensure this field has no more than " + characters + " characters.");
    }

    /** Demands a text of a length. */
    public Member<T> least(int characters) {
        return demand(
                v -> ((String) v).codePointCount(0, ((String) v).length()) >= characters,
                "Ensure this field has at least " + characters + " characters.");
    }

    /** Limits a number, both ends included. */
    public Member<T> range(long least, long most) {
        demand(
                v -> ((Number) v).doubleValue() >= least,
                "Ensure this value is greater than or equal to " + least + ".");
        return demand(
                v -> ((Number) v).doubleValue() <= most, "Ensure this value is less than or equal to " + most + ".");
    }

    /** States any other rule. */
    public Member<T> demand(Predicate<T> rule, String message) {
        if (state == State.PRESENT && !isBlank() && !rule.test(value)) {
            refuse(message);
        }
        return this;
    }

    /** Whether a usable value or an allowed {@code null} was sent. */
    public boolean present() {
        settle();
        return state == State.PRESENT || state == State.NULL;
    }

    /** The value; {@code null} when it is absent, {@code null} or refused. */
    public T value() {
        settle();
        return state == State.PRESENT ? value : null;
    }

    /** The value, or another one when none was sent. */
    public T or(T other) {
        settle();
        return state == State.PRESENT ? value : other;
    }

    private void settle() {
        if (state == State.NULL && !nullable) {
            refuse("This field may not be null.");
        } else if (state == State.PRESENT && isBlank() && !blank) {
            refuse("This field may not be blank.");
        }
    }

    private boolean isBlank() {
        return value instanceof String text && text.isEmpty();
    }

    private void refuse(String message) {
        errors.add(name, message);
        state = State.REFUSED;
    }
}
