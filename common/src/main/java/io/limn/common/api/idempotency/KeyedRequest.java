package io.limn.common.api.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A request under a key.
 *
 * @param user   who sent it; keys of others are other keys
 * @param method its method
 * @param path   its path
 * @param key    as the client chose it
 * @param digest tells its query and body from others
 */
@SuppressWarnings("ArrayRecordComponent")
record KeyedRequest(long user, String method, String path, String key, byte[] digest) {
    static KeyedRequest of(long user, String method, String path, String query, String key, byte[] body) {
        var hash = sha256();
        hash.update((query == null ? "" : query).getBytes(StandardCharsets.UTF_8));
        hash.update((byte) 0);
        return new KeyedRequest(user, method, path, key, hash.digest(body));
    }

    /** A number for the lock of requests under the same key. */
    long lock() {
        var hash = sha256().digest((user + " " + method + " " + path + " " + key).getBytes(StandardCharsets.UTF_8));
        return java.nio.ByteBuffer.wrap(hash).getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
