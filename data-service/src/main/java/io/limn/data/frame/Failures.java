package io.limn.data.frame;

import io.limn.common.api.ApiException;
import io.limn.data.media.SourceUnavailableException;
import io.limn.data.media.UnreadableMediaException;
import java.io.IOException;

/** What clients are told when media cannot be delivered. */
final class Failures {
    private Failures() {}

    /**
     * Refuses frames whose objects are in no storage any more.
     *
     * @throws ApiException 409
     */
    static void requireConnected(FramePlan plan) {
        if (plan.isInCloud() && plan.cloudStorageId() == null) {
            throw ApiException.of(409, "Task is no longer connected to cloud storage");
        }
    }

    /** Work that reads media. */
    interface Work<T> {
        T run() throws IOException, UnreadableMediaException;
    }

    /**
     * Runs work and words its failures.
     *
     * @param detailed whether the message of a lost source stands in {@code detail}, as job chunks have it
     */
    static <T> T worded(boolean detailed, Work<T> work) {
        try {
            return work.run();
        } catch (SourceUnavailableException lost) {
            throw detailed && lost.status() != 409
                    ? ApiException.detail(lost.status(), lost.getMessage())
                    : ApiException.of(lost.status(), lost.getMessage());
        } catch (TooLargeException large) {
            throw ApiException.of(
                    500, "Chunk data size " + large.size() + " exceeds the maximum allowed size 524288000.");
        } catch (ResolutionException large) {
            throw ApiException.rule(large.getMessage());
        } catch (UnreadableMediaException unreadable) {
            throw ApiException.rule(unreadable.getMessage());
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
