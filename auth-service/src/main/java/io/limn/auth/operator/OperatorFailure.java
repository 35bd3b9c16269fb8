package io.limn.auth.operator;

/** Why a command of the operator came to nothing, in words for him. */
final class OperatorFailure extends RuntimeException {
    private final int code;

    private OperatorFailure(String message, int code) {
        super(message, null, false, false);
        this.code = code;
    }

    /** The command is none. */
    static OperatorFailure usage(String message) {
        return new OperatorFailure(message, 2);
    }

    /** The server refused, or does not answer. */
    static OperatorFailure refused(String message) {
        return new OperatorFailure(message, 1);
    }

    /** What the program ends with. */
    int code() {
        return code;
    }
}
