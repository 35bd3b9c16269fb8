package io.limn.bench;

import io.limn.standalone.client.ApiClient;
import io.limn.standalone.client.Attachment;
import io.limn.standalone.client.BackgroundRequests;
import io.limn.standalone.client.Uploads;
import io.limn.standalone.demo.Photographs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Photographs from the first byte of the upload until the task is ready to be annotated. */
final class UploadCase implements Case {
    private static final int PICTURES = 200;

    @Override
    public String name() {
        return "upload";
    }

    @Override
    public String description() {
        return PICTURES + " photographs of 1280×720 until their task is ready";
    }

    @Override
    public void run(int runs, Report report) {
        List<Attachment> photographs = Photographs.take(PICTURES);
        long bytes =
                photographs.stream().mapToLong(file -> file.content().length).sum();
        Path data = Stand.newFolder();
        try (Stand stand = Stand.on(data)) {
            ApiClient client = stand.administrator();
            for (int run = 0; run < runs; run++) {
                report.run(upload(stand, client, photographs, bytes));
            }
        } finally {
            Stand.forget(data);
        }
    }

    private static Map<String, Double> upload(Stand stand, ApiClient client, List<Attachment> photographs, long bytes) {
        int task = client.create("/api/tasks", Map.of("name", "bench", "labels", List.of(Map.of("name", "car"))))
                .path("id")
                .asInt();
        double before = stand.usage().cpuSeconds();
        long begin = System.nanoTime();
        String request = new Uploads(client).inForms(task, photographs, Map.of("image_quality", 70));
        double sent = (System.nanoTime() - begin) / 1e9;
        new BackgroundRequests(client).await(request, Duration.ofMinutes(5));
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("sent s", sent);
        figures.put("ready s", (System.nanoTime() - begin) / 1e9);
        figures.put("cpu s", stand.usage().cpuSeconds() - before);
        figures.put("bytes", (double) bytes);
        return figures;
    }
}
