package io.limn.standalone;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Looks now and then whether there is room on the disk, since a full one shows first as a riddle in some child's log. */
final class DiskWatch {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private DiskWatch() {}

    /**
     * Returns when the suite ends or the disk is full.
     *
     * @param end done when the suite ends
     * @return whether the disk is full
     */
    static boolean waitForFullDisk(Folder folder, CompletableFuture<?> end) {
        while (!end.isDone()) {
            if (folder.isExhausted()) {
                return true;
            }
            end.handle((ended, failure) -> true)
                    .completeOnTimeout(false, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        }
        return false;
    }
}
