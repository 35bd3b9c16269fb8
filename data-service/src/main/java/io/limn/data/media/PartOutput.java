package io.limn.data.media;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Takes what a decoder produces, one encoded picture or video sample at a time, in order. */
@FunctionalInterface
public interface PartOutput {
    /** Takes one whole part; the buffer is only valid during the call. */
    void part(ByteBuffer bytes) throws IOException;
}
