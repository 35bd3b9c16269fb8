package io.limn.task.annotation.history;

/**
 * Who does something to annotations, and how.
 *
 * @param user      {@code null} when nobody asked for it
 * @param kind      what he does
 * @param changeSet of an act upon several jobs, {@code null} when the job stands alone
 */
public record Author(Long user, RevisionKind kind, Long changeSet) {
    /** Of an act upon one job. */
    public static Author alone(Long user, RevisionKind kind) {
        return new Author(user, kind, null);
    }
}
