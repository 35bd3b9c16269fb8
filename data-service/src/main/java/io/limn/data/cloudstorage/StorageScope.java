package io.limn.data.cloudstorage;

/**
 * Whose a storage is.
 *
 * @param owner        user, {@code null} for nobody
 * @param organization {@code null} for a personal one
 */
record StorageScope(Long owner, Long organization) {}
