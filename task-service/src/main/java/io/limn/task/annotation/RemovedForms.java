package io.limn.task.annotation;

import io.limn.common.api.ApiException;
import io.vertx.core.http.HttpServerRequest;
import java.util.stream.Stream;

/** Forms of requests that an older API had: they answer 410 and say where to turn. */
final class RemovedForms {
    private static final String IMPORT = """
            This endpoint no longer supports checking the status of the import process.
            The common requests API should be used instead: GET /api/requests/rq_id,
            where rq_id is obtained from the response of the initializing request.
            """;

    private static final String EXPORT = """
            This endpoint is no longer supported.
            To initiate the export process, use POST /api/%s/id/dataset/export?save_images=%s.
            To check the process status, use GET /api/requests/rq_id,
            where rq_id is obtained from the response of the previous request.
            To download the prepared file, use the result_url obtained from the response of the previous request.
            """;

    private RemovedForms() {}

    /**
     * Refuses parameters of file exports.
     *
     * @param collection {@code jobs} or {@code tasks}
     */
    static void refuseRead(HttpServerRequest request, String collection) {
        var storage = request.getParam("cloud_storage_id");
        if (storage != null && !storage.isEmpty()) {
            throw ApiException.rule("CloudStorage matching query does not exist.");
        }
        if (hasAny(request, "format", "filename", "action", "location", "cloud_storage_id")) {
            throw export(collection);
        }
    }

    /** The answer to exports of annotations in the old way. */
    static ApiException export(String collection) {
        return ApiException.text(410, EXPORT.formatted(collection, "False"));
    }

    /** Refuses parameters of file imports. */
    static void refuseReplace(HttpServerRequest request) {
        if (hasAny(request, "format", "rq_id")) {
            throw ApiException.text(410, IMPORT);
        }
    }

    private static boolean hasAny(HttpServerRequest request, String... names) {
        return Stream.of(names).anyMatch(request.params()::contains);
    }
}
