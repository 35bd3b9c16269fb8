package io.limn.data.secret;

/**
 * An encrypted text.
 *
 * @param key   name of the key
 * @param bytes nonce and ciphertext with its tag
 */
public record Sealed(String key, byte[] bytes) {}
