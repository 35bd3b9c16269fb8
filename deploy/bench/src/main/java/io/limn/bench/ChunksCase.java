package io.limn.bench;

import io.limn.standalone.client.ApiClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.DoubleSupplier;

/**
 * Chunks of large pictures: one that has to be built, all of a task for eight clients at once, and one that is there, from the
 * gateway, from data-service itself and, where it is installed, from nginx.
 */
final class ChunksCase implements Case {
    private static final int CHUNK_SIZE = 36;
    private static final int CHUNKS = (LargeTask.PICTURES + CHUNK_SIZE - 1) / CHUNK_SIZE;
    private static final int CLIENTS = 8;
    private static final int SECONDS = 6;
    private static final String SERVICE = "data-service";

    @Override
    public String name() {
        return "chunks";
    }

    @Override
    public String description() {
        return "chunks of " + CHUNK_SIZE + " JPEGs of 1920×1080, built and served";
    }

    @Override
    public void run(int runs, Report report) {
        LargePictures pictures = new LargePictures();
        Path data = Stand.newFolder();
        try (Stand stand = Stand.on(data)) {
            ApiClient client = stand.administrator();
            int warm = job(client, pictures);
            report.say("unmeasured first build: " + cold(stand, client, warm));
            for (int run = 0; run < runs; run++) {
                int job = job(client, pictures);
                report.run(cold(stand, client, job));
                report.run(all(stand, client, job));
                report.run(served(stand, client, job));
            }
        } finally {
            Stand.forget(data);
        }
    }

    private static int job(ApiClient client, LargePictures pictures) {
        int task = LargeTask.empty(client);
        return LargeTask.await(client, task, LargeTask.send(client, task, pictures));
    }

    private static Map<String, Double> cold(Stand stand, ApiClient client, int job) {
        Map<String, Double> figures = new LinkedHashMap<>();
        double before = cpu(stand, SERVICE);
        long begin = System.nanoTime();
        byte[] chunk = chunk(client, job, 0);
        figures.put("cold s", (System.nanoTime() - begin) / 1e9);
        figures.put("cold cpu s", cpu(stand, SERVICE) - before);
        figures.put("chunk MB", chunk.length / 1e6);
        return figures;
    }

    private static byte[] chunk(ApiClient client, int job, int index) {
        return client.send("GET", path(job, index), null).expect(200).bytes();
    }

    private static String path(int job, int index) {
        return "/api/jobs/" + job + "/data?type=chunk&quality=compressed&index=" + index;
    }

    /** Every client asks for every chunk, each beginning at another. */
    private static Map<String, Double> all(Stand stand, ApiClient client, int job) {
        Map<String, Double> figures = new LinkedHashMap<>();
        double before = cpu(stand, SERVICE);
        long begin = System.nanoTime();
        try (PeakMemory memory = new PeakMemory(stand.process(SERVICE));
                var threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<java.util.concurrent.Future<?>> clients = new ArrayList<>();
            for (int number = 0; number < CLIENTS; number++) {
                int first = number;
                clients.add(threads.submit(() -> {
                    for (int chunk = 0; chunk < CHUNKS; chunk++) {
                        chunk(client, job, (first + chunk) % CHUNKS);
                    }
                }));
            }
            for (var one : clients) {
                one.get();
            }
            figures.put(CLIENTS + " clients s", (System.nanoTime() - begin) / 1e9);
            figures.put(CLIENTS + " clients cpu s", cpu(stand, SERVICE) - before);
            figures.put("peak MB", memory.bytes() / 1e6);
        } catch (InterruptedException | java.util.concurrent.ExecutionException failure) {
            throw new IllegalStateException("A client failed", failure);
        }
        return figures;
    }

    private static Map<String, Double> served(Stand stand, ApiClient client, int job) {
        Map<String, Double> figures = new LinkedHashMap<>();
        String path = path(job, 0);
        String authorization = client.authorization();
        for (int clients : new int[] {1, CLIENTS}) {
            String name = "gateway " + clients + ": ";
            double gateway = cpu(stand, "gateway");
            double service = cpu(stand, SERVICE);
            Download download = Download.of(stand.address(), path, authorization, clients, SECONDS);
            figures.put(name + "MB/s", download.megabytesPerSecond());
            figures.put(name + "gateway cpu s/GB", (cpu(stand, "gateway") - gateway) / download.gigabytes());
            figures.put(name + "service cpu s/GB", (cpu(stand, SERVICE) - service) / download.gigabytes());
            figures.put(name + "client cpu s/GB", download.cpuSeconds() / download.gigabytes());
        }
        URI address = stand.address(SERVICE);
        String inside = stand.insideCredential(authorization);
        for (int clients : new int[] {1, CLIENTS}) {
            figures.putAll(direct("direct " + clients, address, path, inside, clients, () -> cpu(stand, SERVICE)));
        }
        figures.putAll(compared(chunk(client, job, 0)));
        return figures;
    }

    private static Map<String, Double> compared(byte[] chunk) {
        Path folder = Stand.newFolder();
        Map<String, Double> figures = new LinkedHashMap<>();
        try {
            Files.write(folder.resolve("chunk"), chunk);
            Optional<Nginx> nginx = Nginx.over(folder);
            if (nginx.isPresent()) {
                try (Nginx server = nginx.get()) {
                    for (int clients : new int[] {1, CLIENTS}) {
                        figures.putAll(direct(
                                "nginx " + clients, server.address(), "/chunk", "", clients, server::cpuSeconds));
                    }
                }
            }
            return figures;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            Stand.forget(folder);
        }
    }

    private static Map<String, Double> direct(
            String name, URI address, String path, String credential, int clients, DoubleSupplier cpuSeconds) {
        double before = cpuSeconds.getAsDouble();
        Download download = Download.of(address, path, credential, clients, SECONDS);
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put(name + ": MB/s", download.megabytesPerSecond());
        figures.put(name + ": server cpu s/GB", (cpuSeconds.getAsDouble() - before) / download.gigabytes());
        return figures;
    }

    private static double cpu(Stand stand, String process) {
        return Usage.of(List.of(stand.process(process))).cpuSeconds();
    }
}
