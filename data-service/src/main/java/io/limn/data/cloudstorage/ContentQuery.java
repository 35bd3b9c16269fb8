package io.limn.data.cloudstorage;

import io.limn.common.api.ApiException;

/**
 * What of a bucket is to be shown.
 *
 * @param prefix   with which keys begin
 * @param token    where the page begins, {@code null} for the first
 * @param pageSize most entries
 * @param manifest key of the manifest that is shown instead of the bucket, {@code null} for none
 */
record ContentQuery(String prefix, String token, int pageSize, String manifest) {
    private static final int LARGEST = 500;

    /**
     * Reads the parameters of a request.
     *
     * @throws ApiException 400 in plain text
     */
    static ContentQuery of(String prefix, String token, String pageSize, String manifest) {
        if (!pageSize.matches("\\d+") || pageSize.matches("0+")) {
            throw ApiException.text(400, "Wrong value for page_size was found");
        }
        boolean listed = manifest != null && !manifest.isEmpty();
        boolean begun = token != null && !token.isEmpty();
        if (listed && begun && !token.matches("\\d{1,9}")) {
            throw ApiException.text(400, "Wrong value for the next_token parameter was found.");
        }
        return new ContentQuery(
                prefix.startsWith("/") ? prefix.substring(1) : prefix,
                begun ? token : null,
                pageSize.length() > 3 ? LARGEST : Math.min(LARGEST, Integer.parseInt(pageSize)),
                listed ? manifest : null);
    }
}
