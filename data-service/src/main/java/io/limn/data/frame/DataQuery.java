package io.limn.data.frame;

import io.limn.common.api.ApiException;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/**
 * What a client asks of a task's or a job's data.
 *
 * @param type chunk, frame, context_image or preview
 * @param original whether source quality is wanted
 * @param number chunk number or frame, null when absent
 * @param index chunk of the job, null when absent
 */
record DataQuery(String type, boolean original, Long number, Long index) {
    private static final Set<String> TYPES = Set.of("chunk", "frame", "context_image", "preview");
    private static final Set<String> QUALITIES = Set.of("compressed", "original");

    /**
     * Reads the parameters of a task's data.
     *
     * @throws ApiException 400 as the API words it
     */
    static DataQuery ofTask(String type, String quality, String number) {
        DataQuery query = read(type, quality, number, null, true);
        if (query.number == null && !"preview".equals(type)) {
            throw ApiException.rule("Number is not specified");
        }
        return query;
    }

    /**
     * Reads the parameters of a job's data. The quality of chunks is not checked here: anything unknown means original.
     *
     * @throws ApiException 400 as the API words it
     */
    static DataQuery ofJob(String type, String quality, String number, String index) {
        boolean chunk = "chunk".equals(type);
        DataQuery query = read(type, quality, number, index, !chunk);
        if (chunk && query.number == null && query.index == null) {
            throw ApiException.rule("Number or Index is not specified");
        }
        if (chunk && query.number != null && query.index != null) {
            throw ApiException.rule("Number and Index cannot be used together");
        }
        if (!chunk && query.number == null && !"preview".equals(type)) {
            throw ApiException.rule("Number is not specified");
        }
        return query;
    }

    /** The quality as it was sent: an empty one, which the container takes for none, is a wrong one. */
    static String quality(HttpServerRequest request, String declared) {
        String sent = request.getParam("quality");
        return sent == null ? declared : sent;
    }

    private static DataQuery read(String type, String quality, String number, String index, boolean strict) {
        if (type == null || !TYPES.contains(type)) {
            throw ApiException.rule("Data type not specified or has wrong value");
        }
        boolean checked = strict && !"context_image".equals(type);
        if (checked && quality != null && !QUALITIES.contains(quality)) {
            throw ApiException.rule("Wrong quality value");
        }
        boolean original = quality != null && !"compressed".equals(quality);
        return new DataQuery(type, original, integer("Number", number), integer("Index", index));
    }

    private static Long integer(String name, String value) {
        if (value == null) {
            return null;
        }
        try {
            return (long) Integer.parseInt(value.strip());
        } catch (NumberFormatException noNumber) {
            throw ApiException.rule(name + " must be an integer");
        }
    }
}
