package io.limn.task.workspace;

import io.limn.common.api.ApiException;
import io.limn.common.api.Input;
import io.limn.task.storage.StorageChange;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a body says of a transfer beside where to.
 *
 * @param source the new source storage, {@code null} when it says nothing of it
 * @param target likewise the target storage
 */
public record TransferForm(StorageChange source, StorageChange target) {
    private static final String SOURCE = "source_storage";
    private static final String TARGET = "target_storage";
    private static final Set<String> MEMBERS = Set.of(Workspaces.MEMBER, SOURCE, TARGET);

    /**
     * Reads a body.
     *
     * @throws ApiException 400 when it changes anything else as well
     */
    public static TransferForm read(Input body) {
        var others = new TreeSet<>(body.names());
        others.removeAll(MEMBERS);
        if (!others.isEmpty()) {
            var names = others.stream().collect(Collectors.joining("', '", "{'", "'}"));
            throw ApiException.body("Fields " + names + " cannot be updated when transferring to another workspace");
        }
        var form = new TransferForm(StorageChange.read(body, SOURCE), StorageChange.read(body, TARGET));
        body.check();
        return form;
    }
}
