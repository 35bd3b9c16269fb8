package io.limn.task.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.limn.common.api.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jboss.logging.Logger;

/**
 * What became of each object that was to be changed.
 *
 * @param count   objects that the filter found
 * @param changed those that were changed
 * @param results one entry for each, in the order of ids
 */
public record BulkAnswer(int count, int changed, List<Result> results) {
    private static final Logger LOG = Logger.getLogger(BulkAnswer.class);

    /**
     * What became of one object.
     *
     * @param status what a request for it alone would have answered: 200, 204 or the status of a refusal
     * @param error  the body of the refusal, absent when there was none
     */
    public record Result(
            long id,
            int status,
            @JsonInclude(JsonInclude.Include.NON_NULL) Object error) {}

    /**
     * Changes objects one by one. Each change is a transaction of its own: a refused one leaves the others as they are.
     *
     * @param done   status of a change that was made
     * @param change changes one object
     */
    public static BulkAnswer of(List<Long> ids, int done, LongConsumer change) {
        var results = new ArrayList<Result>(ids.size());
        for (long id : ids) {
            results.add(change(id, done, change));
        }
        int changed = (int) results.stream().filter(it -> it.status() == done).count();
        return new BulkAnswer(ids.size(), changed, results);
    }

    private static Result change(long id, int done, LongConsumer change) {
        try {
            change.accept(id);
            return new Result(id, done, null);
        } catch (ApiException refused) {
            return new Result(id, refused.status(), refused.body());
        } catch (IllegalStateException failed) {
            LOG.errorf(failed, "A change of many objects failed at %d", id);
            return new Result(id, 500, Map.of("detail", "The change failed."));
        }
    }
}
