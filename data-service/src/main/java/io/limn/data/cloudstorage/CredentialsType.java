package io.limn.data.cloudstorage;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** How a cloud storage is entered, by the names of the API; each type has members of {@link Credentials} of its own. */
public enum CredentialsType {
    KEY_SECRET_KEY_PAIR("key", "secret_key"),
    ACCOUNT_NAME_TOKEN_PAIR("account_name", "session_token"),
    KEY_FILE_PATH("key_file"),
    ANONYMOUS_ACCESS("account_name"),
    CONNECTION_STRING("connection_string");

    static final Set<String> NAMES = Arrays.stream(values()).map(Enum::name).collect(Collectors.toSet());

    private final Set<String> members;

    CredentialsType(String... members) {
        this.members = Set.of(members);
    }

    /** The members that count. */
    Set<String> members() {
        return members;
    }
}
