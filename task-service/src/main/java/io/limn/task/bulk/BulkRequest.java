package io.limn.task.bulk;

import io.limn.common.api.ApiException;
import io.limn.common.api.Input;
import java.util.Set;

/**
 * One change of everything that a filter finds.
 *
 * @param filter a JSON Logic expression over the fields of the list
 * @param set    the members to be changed and their values, {@code null} for a deletion
 */
public record BulkRequest(String filter, Input set) {
    /** How many objects one request may change. */
    public static final int MOST = 1000;

    /**
     * Reads the members {@code filter}, {@code set} and {@code delete} of a body. Values of what is set are still to be
     * read, then the body is to be checked.
     *
     * @param members names that may be set
     * @throws ApiException 400 when the body is wrong
     */
    public static BulkRequest read(Input body, Set<String> members) {
        var filter = body.raw("filter").required().value();
        var set = body.object("set").value();
        boolean delete = body.bool("delete").or(false);
        if (set != null) {
            set.names().stream().filter(name -> !members.contains(name)).forEach(name -> set.errors()
                    .add(name, "This field cannot be set for many objects at once."));
        }
        body.check();
        boolean changes = set != null && !set.names().isEmpty();
        if (changes == delete) {
            throw ApiException.body("Either \"set\" with at least one field or \"delete\": true is required.");
        }
        return new BulkRequest(filter.isTextual() ? filter.textValue() : filter.toString(), delete ? null : set);
    }

    /** Whether everything that is found is to be deleted. */
    public boolean isDeletion() {
        return set == null;
    }
}
