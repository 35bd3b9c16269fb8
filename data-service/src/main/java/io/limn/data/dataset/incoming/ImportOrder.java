package io.limn.data.dataset.incoming;

/**
 * An import that was asked for.
 *
 * @param request    number of its request
 * @param collection {@code tasks} or {@code jobs}
 * @param id         what it is imported into
 * @param format     display name
 * @param upload     the file that was sent
 * @param fileName   its name
 * @param polygons   whether masks are to become polygons where the format does that
 * @param user       who asked for it
 */
public record ImportOrder(
        long request,
        String collection,
        long id,
        String format,
        long upload,
        String fileName,
        boolean polygons,
        long user) {}
