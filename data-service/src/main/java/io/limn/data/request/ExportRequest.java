package io.limn.data.request;

/**
 * What has to be known of a request whose file is asked for.
 *
 * @param number   its number
 * @param isExport whether it writes a file
 * @param hasFile  whether the file can be downloaded here
 */
public record ExportRequest(long number, long userId, String status, boolean isExport, boolean hasFile) {}
