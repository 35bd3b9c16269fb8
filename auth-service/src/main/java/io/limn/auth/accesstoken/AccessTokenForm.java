package io.limn.auth.accesstoken;

import io.limn.common.api.ApiException;
import io.limn.common.api.Input;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads what a client writes of a token; what he cannot write is ignored. */
final class AccessTokenForm {
    private static final int LONGEST_NAME = 50;

    private AccessTokenForm() {}

    /**
     * What was written.
     *
     * @param name      how its owner calls it
     * @param hasExpiry whether the end was written
     * @param expiry    the end, {@code null} for none
     * @param readOnly  whether it only reads
     * @param fields    names of the members that were written
     */
    record Changes(
            Optional<String> name,
            boolean hasExpiry,
            Instant expiry,
            Optional<Boolean> readOnly,
            List<String> fields) {}

    /**
     * Reads the body that makes a token.
     *
     * @throws ApiException 400 with all that is wrong
     */
    static Changes ofNew(Input input) {
        return read(input, true);
    }

    /**
     * Reads the body that changes one.
     *
     * @throws ApiException 400 with all that is wrong
     */
    static Changes ofChange(Input input) {
        return read(input, false);
    }

    private static Changes read(Input input, boolean isNew) {
        var name = input.text("name").most(LONGEST_NAME);
        if (isNew) {
            name.required();
        }
        var expiry = input.timestamp("expiry_date").nullable();
        var readOnly = input.bool("read_only");
        var changes = new Changes(
                Optional.ofNullable(name.value()),
                expiry.present(),
                expiry.value(),
                Optional.ofNullable(readOnly.value()),
                List.of("name", "expiry_date", "read_only").stream()
                        .filter(input::has)
                        .toList());
        input.check();
        return changes;
    }
}
