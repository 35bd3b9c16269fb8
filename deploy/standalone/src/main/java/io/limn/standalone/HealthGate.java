package io.limn.standalone;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits until services say on their management ports that they are ready. */
final class HealthGate {
    private static final Duration LONGEST = Duration.ofSeconds(120);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private HealthGate() {}

    /** @throws StartFailure when the service has died or takes too long */
    static void await(ServiceProcess service) {
        long end = System.nanoTime() + LONGEST.toNanos();
        URI ready = URI.create("http://127.0.0.1:" + service.managementPort() + "/q/health/ready");
        while (!isUp(ready)) {
            if (!service.process().isAlive()) {
                throw new StartFailure(service.process().obituary() + " (log: " + service.logFile() + ").");
            }
            if (System.nanoTime() > end) {
                throw new StartFailure(service.name() + " was not ready after " + LONGEST.toSeconds() + " s; see "
                        + service.logFile() + ".");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            if (Thread.currentThread().isInterrupted()) {
                throw new StartFailure("The start was interrupted.");
            }
        }
    }

    static boolean isUp(URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout((int) TimeUnit.SECONDS.toMillis(1));
            connection.setReadTimeout((int) TimeUnit.SECONDS.toMillis(5));
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
