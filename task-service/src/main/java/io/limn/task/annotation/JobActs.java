package io.limn.task.annotation;

import io.limn.common.identity.Caller;
import io.limn.common.identity.Principal;
import io.limn.task.annotation.history.Author;
import io.limn.task.annotation.history.Counts;
import io.limn.task.annotation.history.Head;
import io.limn.task.annotation.history.Past;
import io.limn.task.annotation.history.RevisionKind;
import io.limn.task.annotation.history.RevisionWriter;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import javax.sql.DataSource;

/** Does one thing to several jobs, in the transaction at hand: each gets a revision, together they are a change set. */
@ApplicationScoped
class JobActs {
    private final DataSource database;
    private final RevisionWriter revisions;
    private final Caller caller;

    JobActs(DataSource database, RevisionWriter revisions, Caller caller) {
        this.database = database;
        this.revisions = revisions;
        this.caller = caller;
    }

    /** A job of a task. */
    record Place(long task, long job) {}

    /** What is done to a job whose head is held. */
    @FunctionalInterface
    interface Work {
        /** Does it, as the revision of a number; answers what was touched. */
        Counts with(Past past, long number) throws SQLException;
    }

    /** Does something to jobs on behalf of the caller, in the order in which they are given: by id. */
    void each(Collection<Place> jobs, RevisionKind kind, Work work) {
        each(jobs, user(), kind, work);
    }

    /** Does something to jobs on behalf of a user. A job that was never saved gets no revision. */
    void each(Collection<Place> jobs, Long user, RevisionKind kind, Work work) {
        if (jobs.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection()) {
            var author = new Author(user, kind, RevisionWriter.newChangeSet(connection));
            for (var place : jobs) {
                var head = Head.lock(connection, place.task(), place.job());
                if (head.revision() > 0) {
                    long number = head.revision() + 1;
                    var counts = work.with(new Past(connection, place.task(), place.job()), number);
                    revisions.write(connection, place.task(), place.job(), number, author, counts);
                }
            }
        } catch (SQLException fault) {
            throw new IllegalStateException("Annotations could not be changed", fault);
        }
    }

    private Long user() {
        return Arc.container().requestContext().isActive()
                ? caller.user().map(Principal::id).orElse(null)
                : null;
    }
}
