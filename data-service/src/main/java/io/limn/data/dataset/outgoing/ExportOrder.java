package io.limn.data.dataset.outgoing;

import io.limn.common.api.ApiException;

/**
 * An export that was asked for.
 *
 * @param request    number of its request
 * @param collection {@code projects}, {@code tasks} or {@code jobs}
 * @param id         what is exported
 * @param format     display name
 * @param media      whether media are part of it
 * @param filename   name of the file or of the object, {@code null} for the default
 * @param cloud      storage that takes the file, {@code null} for none
 * @param rqId       identifier of the request
 * @param origin     public address of the server
 */
public record ExportOrder(
        long request,
        String collection,
        long id,
        String format,
        boolean media,
        String filename,
        Long cloud,
        String rqId,
        String origin) {

    /** What a collection has, in the singular. */
    static String target(String collection) {
        return switch (collection) {
            case "projects" -> "project";
            case "tasks" -> "task";
            case "jobs" -> "job";
            default -> throw ApiException.notFound();
        };
    }
}
