package io.limn.data.decoder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.data.media.SeekableSource;
import io.limn.data.media.UnreadableMediaException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Performs commands in decoder processes. An input that ends two processes in a row is unreadable. */
@ApplicationScoped
public class Decoder {
    private static final Logger LOG = Logger.getLogger(Decoder.class);
    private static final int ATTEMPTS = 2;

    private final DecoderPool pool;
    private final ObjectMapper mapper = new ObjectMapper();

    /** Pipes block the thread that reads them, so this is no work for the carriers of virtual threads. */
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("decoder-", 0).factory());

    Decoder(DecoderPool pool) {
        this.pool = pool;
    }

    /** How many commands are performed at once. */
    public int atOnce() {
        return pool.most();
    }

    /** The result of a command that answers with facts. */
    public <T> T ask(Command command, SeekableSource source, Class<T> type, Urgency urgency)
            throws IOException, UnreadableMediaException {
        String result = run(command, source, () -> (bytes, length) -> {}, urgency);
        try {
            return mapper.readValue(result, type);
        } catch (JsonProcessingException broken) {
            throw new DecodingFailedException("The decoder's answer makes no sense");
        }
    }

    /** The only part of a command's result, in memory. */
    public byte[] part(Command command, SeekableSource source, Urgency urgency)
            throws IOException, UnreadableMediaException {
        List<byte[]> parts = new ArrayList<>();
        run(
                command,
                source,
                () -> {
                    parts.clear();
                    return (bytes, length) -> parts.add(bytes.readNBytes(Math.toIntExact(length)));
                },
                urgency);
        if (parts.size() != 1) {
            throw new DecodingFailedException("The decoder delivered " + parts.size() + " parts");
        }
        return parts.getFirst();
    }

    /**
     * Performs a command whose parts are taken as they come.
     *
     * @param sinks one is asked for per attempt, so that a second attempt starts with an empty result
     * @throws UnreadableMediaException when the media cannot be decoded
     * @throws IOException when the source, the sink or the decoder fails
     */
    public String run(Command command, SeekableSource source, Supplier<PartSink> sinks, Urgency urgency)
            throws IOException, UnreadableMediaException {
        String json = mapper.writeValueAsString(command);
        String reason = "";
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            PartSink sink = sinks.get();
            try {
                return onThread(() -> pool.run(json, source, sink, urgency));
            } catch (CrashedException crashed) {
                LOG.warnf("Decoding of %s failed at attempt %d: %s", command.name(), attempt, crashed.getMessage());
                reason = crashed.getMessage();
            }
        }
        throw new UnreadableMediaException("failed to decode file '" + command.name() + "': " + reason);
    }

    private interface Attempt {
        String run() throws Exception;
    }

    private String onThread(Attempt attempt) throws IOException, UnreadableMediaException, CrashedException {
        try {
            return threads.submit(attempt::run).get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while decoding");
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException cause -> throw cause;
                case UnreadableMediaException cause -> throw cause;
                case CrashedException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                default -> throw new IOException(failed.getCause());
            }
        }
    }
}
