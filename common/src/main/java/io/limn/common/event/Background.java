package io.limn.common.event;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** A daemon thread with a loop, and a way to end it. */
public final class Background {
    private static final Logger LOG = Logger.getLogger(Background.class);

    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;

    /** Not yet started. */
    public Background(String name, Runnable loop) {
        thread = Thread.ofPlatform().name(name).daemon().unstarted(loop);
    }

    /** Starts the loop. */
    public void start() {
        thread.start();
    }

    /** Whether the loop shall go on. */
    public boolean isRunning() {
        return stop.getCount() > 0;
    }

    /** Waits unless the end comes first. */
    public void sleep(Duration time) {
        try {
            if (stop.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debugf("%s stops", thread.getName());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
    }

    /** Tells the loop to end. */
    public void end() {
        stop.countDown();
    }

    /** Waits for the end of the loop; whether it came. */
    public boolean join(Duration time) {
        try {
            return thread.join(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IllegalThreadStateException neverStarted) {
            return true;
        }
    }

    /** Interrupts what the loop waits for. */
    public void interrupt() {
        thread.interrupt();
    }
}
