package io.limn.task.annotation.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What came of going back.
 *
 * @param revisions the new revisions, none when nothing had to be changed
 * @param leftOut   objects that did not come back since their label is gone
 * @param kept      ids of objects that stay as they are since they were touched again later; of an undo only
 */
public record Reverted(
        List<RevisionView> revisions,
        List<LeftOut> leftOut,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Long> kept) {}
