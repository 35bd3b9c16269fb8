package io.limn.common.api;

import jakarta.ws.rs.core.MediaType;

/** The JSON media type of the CVAT API: every JSON answer carries exactly this type, without parameters. */
public final class ApiJson {
    /** The vendor media type as a header value. */
    public static final String MEDIA_TYPE = "application/vnd.cvat+json";

    /** The vendor media type. */
    public static final MediaType TYPE = new MediaType("application", "vnd.cvat+json");

    private ApiJson() {}
}
