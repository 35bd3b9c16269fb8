package io.limn.data.decoder;

import java.io.IOException;
import java.io.InputStream;

/** Takes the parts of a result in order. A command that starts again gets a new sink. */
@FunctionalInterface
public interface PartSink {
    /** Takes one part; bytes that are not read are skipped. */
    void part(InputStream bytes, long length) throws IOException;
}
