package io.limn.data.dataset.archive;

/**
 * An entry of an archive.
 *
 * @param header where its header begins
 * @param packed bytes in the archive
 * @param length bytes once expanded
 * @param method 0 for stored, 8 for compressed
 * @param crc    checksum of the expanded bytes
 */
record ArchiveEntry(long header, long packed, long length, int method, long crc) {}
