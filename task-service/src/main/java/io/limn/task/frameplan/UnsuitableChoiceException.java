package io.limn.task.frameplan;

/** Validation frames cannot be chosen as asked for, for a reason that the user reads. */
final class UnsuitableChoiceException extends RuntimeException {
    UnsuitableChoiceException(String message) {
        super(message);
    }
}
