package io.limn.task.annotation;

import java.io.IOException;
import java.sql.SQLException;

/** The annotations of jobs, wherever they come from. */
@FunctionalInterface
interface JobObjects {
    /**
     * Hands over the annotations of one kind that begin on some frames.
     *
     * @param job   position of the job among those of the task
     * @param first first frame
     * @param last  last frame, included
     */
    void each(int job, Kind kind, int first, int last, AnnotationRows.Sink sink) throws SQLException, IOException;
}
