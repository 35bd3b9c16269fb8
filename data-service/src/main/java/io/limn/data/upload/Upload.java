package io.limn.data.upload;

/**
 * A file that a client sends or has sent.
 *
 * @param id         rises in upload order
 * @param collection where it was sent to, for example {@code tasks/5/data}
 * @param fileId     id in the resumable protocol, {@code null} for files of a form
 * @param name       file name, may contain folders
 * @param length     bytes of the whole file
 * @param received   bytes that are stored
 * @param complete   whether all of it is there
 */
public record Upload(
        long id, String collection, String fileId, String name, long length, long received, boolean complete) {}
