package io.limn.data.cloudstorage;

import io.limn.common.api.ApiException;
import java.util.Map;

/** A storage is not what its owner says. */
final class UnfitStorageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String member;

    /** What is wrong with a member of the body. */
    UnfitStorageException(String member, String message) {
        super(message);
        this.member = member;
    }

    /** What is wrong with the storage as a whole. */
    static UnfitStorageException ofAll(String message) {
        return new UnfitStorageException(null, message);
    }

    /** The answer to who changes a storage. */
    ApiException asJson() {
        return member == null ? ApiException.rule(getMessage()) : ApiException.of(400, Map.of(member, getMessage()));
    }

    /** The answer to who makes a storage. */
    ApiException asText() {
        return ApiException.text(400, member == null ? getMessage() : member + ": " + getMessage() + "\n");
    }
}
