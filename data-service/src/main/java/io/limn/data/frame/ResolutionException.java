package io.limn.data.frame;

import java.io.IOException;

/** H.264 has no level for frames of this size. */
final class ResolutionException extends IOException {
    private static final long serialVersionUID = 1L;

    ResolutionException() {
        super("The video codec being used does not support such high video resolution, refer"
                + " https://github.com/cvat-ai/cvat/issues/7425");
    }
}
