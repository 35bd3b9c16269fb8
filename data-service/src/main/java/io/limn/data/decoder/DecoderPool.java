package io.limn.data.decoder;

import io.limn.data.media.SeekableSource;
import io.limn.data.media.UnreadableMediaException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Keeps decoder processes, watches their memory and time, and starts new ones when they die. */
@ApplicationScoped
class DecoderPool {
    private static final Logger LOG = Logger.getLogger(DecoderPool.class);
    private static final long WATCH_MILLIS = 200;

    private final DecoderConfig config;
    private final int most;
    private final Turns turns;
    private final ConcurrentLinkedDeque<DecoderProcess> idle = new ConcurrentLinkedDeque<>();
    private final Set<DecoderProcess> all = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    DecoderPool(DecoderConfig config) {
        this.config = config;
        this.most = Math.max(1, config.processes().orElse(Runtime.getRuntime().availableProcessors()));
        this.turns = new Turns(most);
        Thread.ofPlatform().daemon().name("decoder-watch").start(this::watch);
    }

    /** How many processes there are at most. */
    int most() {
        return most;
    }

    /** Runs a command in a free process, waiting for one. */
    String run(String command, SeekableSource source, PartSink sink, Urgency urgency)
            throws IOException, UnreadableMediaException, CrashedException, InterruptedException {
        turns.take(urgency);
        try {
            DecoderProcess process = borrow();
            try {
                return process.run(command, source, sink);
            } finally {
                giveBack(process);
            }
        } finally {
            turns.giveBack();
        }
    }

    private DecoderProcess borrow() throws IOException {
        for (DecoderProcess known = idle.pollFirst(); known != null; known = idle.pollFirst()) {
            if (known.usable()) {
                return known;
            }
            all.remove(known);
        }
        DecoderProcess started = DecoderProcess.start(config, DecoderClassPath.find());
        all.add(started);
        return started;
    }

    private void giveBack(DecoderProcess process) {
        boolean bloated = process.residentBytes() > config.recycle().asLongValue();
        if (process.usable() && !bloated) {
            idle.addFirst(process);
        } else {
            process.kill("The decoder process is replaced");
            all.remove(process);
        }
    }

    private void watch() {
        while (!stopped) {
            try {
                TimeUnit.MILLISECONDS.sleep(WATCH_MILLIS);
            } catch (InterruptedException ended) {
                return;
            }
            check();
        }
    }

    private void check() {
        for (DecoderProcess process : Set.copyOf(all)) {
            if (process.residentBytes() > config.memory().asLongValue()) {
                LOG.warnf("Decoder process %d is past its memory and is ended", process.pid());
                process.kill("Decoding needs too much memory");
            } else if (process.busyLongerThan(config.timeout())) {
                LOG.warnf("Decoder process %d is past its time and is ended", process.pid());
                process.kill("Decoding takes too long");
            } else if (process.idleLongerThan(config.idle()) && idle.remove(process)) {
                process.kill("The decoder process is not needed");
                all.remove(process);
            }
        }
    }

    /** Process ids at hand, for tests. */
    Set<DecoderProcess> processes() {
        return Set.copyOf(all);
    }

    @PreDestroy
    void stop() {
        stopped = true;
        all.forEach(process -> process.kill("The service stops"));
    }
}
