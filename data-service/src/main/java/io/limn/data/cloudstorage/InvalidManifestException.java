package io.limn.data.cloudstorage;

import java.io.IOException;

/** What should be a manifest is none. */
public final class InvalidManifestException extends IOException {
    private static final long serialVersionUID = 1L;

    InvalidManifestException(String message) {
        super(message);
    }

    /** Its head or its first entry is wrong. */
    static InvalidManifestException atStart() {
        return new InvalidManifestException("Invalid manifest was uploaded");
    }

    /** A later entry lacks something. */
    static InvalidManifestException lacking(String member) {
        return new InvalidManifestException(
                "Invalid 'manifest.jsonl' file structure: '" + member + "' is required, but not found");
    }
}
