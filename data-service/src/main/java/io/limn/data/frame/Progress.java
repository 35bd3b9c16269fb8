package io.limn.data.frame;

import java.io.IOException;

/** Told about each part that was made. */
@FunctionalInterface
interface Progress {
    /**
     * Another part was made.
     *
     * @throws IOException when building has to stop
     */
    void made() throws IOException;
}
