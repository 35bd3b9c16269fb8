package io.limn.data.frame;

import io.limn.data.media.UnreadableMediaException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Makes results ahead of the one who takes them, several at a time, and hands them over in order. */
final class Ahead {
    private Ahead() {}

    /** Makes one result. */
    interface Maker<S, T> {
        T make(S item) throws IOException, UnreadableMediaException;
    }

    /** Takes one result. */
    interface Taker<T> {
        void take(T result) throws IOException;
    }

    /**
     * Makes and takes the results of all items. After a failure no further one is begun.
     *
     * @param atOnce how many are being made or wait to be taken
     */
    static <S, T> void each(List<S> items, int atOnce, Maker<S, T> maker, Taker<T> taker)
            throws IOException, UnreadableMediaException {
        AtomicBoolean failed = new AtomicBoolean();
        Iterator<S> coming = items.iterator();
        ArrayDeque<Future<T>> begun = new ArrayDeque<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                while (coming.hasNext() || !begun.isEmpty()) {
                    while (coming.hasNext() && begun.size() < atOnce) {
                        S item = coming.next();
                        begun.add(threads.submit(() -> failed.get() ? null : maker.make(item)));
                    }
                    taker.take(result(begun.remove()));
                }
            } finally {
                failed.set(true);
            }
        }
    }

    private static <T> T result(Future<T> made) throws IOException, UnreadableMediaException {
        try {
            return made.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Building was stopped", stopped);
        } catch (ExecutionException broken) {
            switch (broken.getCause()) {
                case IOException cause -> throw cause;
                case UnreadableMediaException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                default -> throw new IllegalStateException(broken.getCause());
            }
        }
    }
}
