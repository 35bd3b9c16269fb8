package io.limn.data.frame;

import io.limn.common.api.ApiException;
import io.limn.common.blob.BlobNotFoundException;
import io.limn.common.blob.BlobStore;
import io.limn.data.media.UnreadableMediaException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Delivers derived files: from this replica's folder, from the blob store, or made now. However many clients ask for one, it is made
 * once; a client that waits too long is told to come again while the work goes on.
 */
@ApplicationScoped
class Builds {
    private static final Logger LOG = Logger.getLogger(Builds.class);
    private static final Duration RENEWAL = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 200;

    private final Builder builder;
    private final LocalCache cache;
    private final BlobStore store;
    private final BuildLeases leases;
    private final FrameConfig config;
    private final Semaphore builders;
    private final ConcurrentMap<String, CompletableFuture<DerivedFile>> running = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Builds(Builder builder, LocalCache cache, BlobStore store, BuildLeases leases, FrameConfig config) {
        this.builder = builder;
        this.cache = cache;
        this.store = store;
        this.leases = leases;
        this.config = config;
        this.builders = new Semaphore(config.builders(), true);
    }

    /**
     * The file of a recipe.
     *
     * @throws ApiException 429 when too much is asked for or it is not ready in time
     */
    DerivedFile get(Recipe recipe) throws IOException, UnreadableMediaException {
        String key = recipe.key();
        Optional<DerivedFile> here = cache.find(key);
        return here.isPresent() ? here.get() : await(join(recipe, key));
    }

    private CompletableFuture<DerivedFile> join(Recipe recipe, String key) {
        if (running.size() >= config.queue() && !running.containsKey(key)) {
            throw comeAgain();
        }
        CompletableFuture<DerivedFile> promise = new CompletableFuture<>();
        CompletableFuture<DerivedFile> other = running.putIfAbsent(key, promise);
        if (other != null) {
            return other;
        }
        threads.execute(() -> complete(promise, recipe, key));
        return promise;
    }

    private void complete(CompletableFuture<DerivedFile> promise, Recipe recipe, String key) {
        // Whoever asks once more on hearing of a failure must not find it again.
        try {
            Optional<DerivedFile> here = cache.find(key);
            DerivedFile file = here.isPresent() ? here.get() : fetchOrBuild(recipe, key);
            running.remove(key, promise);
            promise.complete(file);
        } catch (Throwable failed) {
            running.remove(key, promise);
            promise.completeExceptionally(failed);
        }
    }

    private DerivedFile await(CompletableFuture<DerivedFile> promise) throws IOException, UnreadableMediaException {
        try {
            return promise.get(config.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw comeAgain();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw comeAgain();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException cause -> throw cause;
                case UnreadableMediaException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                default -> throw new CompletionException(failed.getCause());
            }
        }
    }

    private static ApiException comeAgain() {
        return ApiException.of(429, null).with("Retry-After", "10");
    }

    private DerivedFile fetchOrBuild(Recipe recipe, String key)
            throws IOException, UnreadableMediaException, InterruptedException {
        UUID holder = UUID.randomUUID();
        Instant limit = Instant.now().plus(config.timeout());
        while (true) {
            Optional<DerivedFile> stored = fetch(recipe, key);
            if (stored.isPresent()) {
                return stored.get();
            }
            if (leases.take(key, holder)) {
                break;
            }
            if (Instant.now().isAfter(limit)) {
                throw comeAgain();
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        builders.acquire();
        try {
            return build(recipe, key, holder, limit);
        } finally {
            builders.release();
            leases.giveBack(key, holder);
        }
    }

    private Optional<DerivedFile> fetch(Recipe recipe, String key) throws IOException {
        Path unfinished = cache.unfinished();
        try (InputStream bytes = store.get(recipe.blobKey())) {
            Files.copy(bytes, unfinished);
            return Optional.of(cache.keep(key, unfinished));
        } catch (BlobNotFoundException notBuilt) {
            return Optional.empty();
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private DerivedFile build(Recipe recipe, String key, UUID holder, Instant limit)
            throws IOException, UnreadableMediaException {
        Path unfinished = cache.unfinished();
        try {
            Instant[] renewed = {Instant.now()};
            builder.build(recipe, unfinished, () -> {
                Instant now = Instant.now();
                if (now.isAfter(limit)) {
                    throw new IOException("Building takes too long");
                }
                if (now.isAfter(renewed[0].plus(RENEWAL))) {
                    leases.take(key, holder);
                    renewed[0] = now;
                }
            });
            store(recipe, unfinished);
            return cache.keep(key, unfinished);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** A client that waits need not suffer when the store cannot take the result: it can be made again. */
    private void store(Recipe recipe, Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            store.put(recipe.blobKey(), bytes, Files.size(file));
        } catch (IOException refused) {
            LOG.warnf("The derived blob %s cannot be stored: %s", recipe.blobKey(), refused.getMessage());
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
