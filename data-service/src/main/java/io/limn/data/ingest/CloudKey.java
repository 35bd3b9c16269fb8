package io.limn.data.ingest;

/**
 * The key under which an object of a cloud storage is known that stays there.
 *
 * @param storage in which it was found; a task may be linked to another one later
 * @param object  its key there
 */
record CloudKey(long storage, String object) {
    /** With this begin the keys of objects; no blob's does. */
    private static final String START = "cloud:";

    /** Whether a key is that of an object of a cloud storage. */
    static boolean isOne(String key) {
        return key.startsWith(START);
    }

    /** Reads a key. */
    static CloudKey parse(String key) {
        int end = key.indexOf(':', START.length());
        return new CloudKey(Long.parseLong(key.substring(START.length(), end)), key.substring(end + 1));
    }

    @Override
    public String toString() {
        return START + storage + ":" + object;
    }
}
