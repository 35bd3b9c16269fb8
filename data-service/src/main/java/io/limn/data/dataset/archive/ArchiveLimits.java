package io.limn.data.dataset.archive;

/**
 * What an archive may be like that somebody sends.
 *
 * @param entries  most entries
 * @param expanded most bytes that all entries have together once they are expanded
 */
public record ArchiveLimits(int entries, long expanded) {
    /** For tests and where nothing is set: half a million entries, one terabyte. */
    public static final ArchiveLimits USUAL = new ArchiveLimits(500_000, 1L << 40);
}
