package io.limn.bench;

import io.limn.standalone.client.ApiClient;
import io.limn.standalone.client.Attachment;
import io.limn.standalone.client.Uploads;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Large pictures and a long video from the first byte of the upload until their tasks are ready. */
final class CreateCase implements Case {
    private static final int FRAMES = 1000;
    private static final String SERVICE = "data-service";

    @Override
    public String name() {
        return "create";
    }

    @Override
    public String description() {
        return LargeTask.PICTURES + " JPEGs and a video of " + FRAMES + " frames, all 1920×1080, until they are tasks";
    }

    @Override
    public void run(int runs, Report report) {
        LargePictures pictures = new LargePictures();
        Attachment film = new Attachment(
                "street.mp4", Attachment.of(LargeFilm.take(FRAMES)).content());
        report.say("pictures %.0f MB, video %.0f MB"
                .formatted(pictures.bytes(LargeTask.PICTURES) / 1e6, film.content().length / 1e6));
        Path data = Stand.newFolder();
        try (Stand stand = Stand.on(data)) {
            ApiClient client = stand.administrator();
            for (int run = 0; run < runs; run++) {
                report.run(create(stand, client, "pictures", task -> LargeTask.send(client, task, pictures)));
                report.run(create(stand, client, "video", task -> new Uploads(client)
                        .resumable(task, film, Map.of("image_quality", 70))));
            }
        } finally {
            Stand.forget(data);
        }
    }

    private static Map<String, Double> create(Stand stand, ApiClient client, String kind, IntFunction<String> upload) {
        int task = LargeTask.empty(client);
        Map<String, Double> figures = new LinkedHashMap<>();
        Map<String, Double> before = stand.cpuSeconds();
        try (PeakMemory memory = new PeakMemory(stand.process(SERVICE))) {
            long begin = System.nanoTime();
            String request = upload.apply(task);
            figures.put(kind + " sent s", (System.nanoTime() - begin) / 1e9);
            LargeTask.await(client, task, request);
            figures.put(kind + " ready s", (System.nanoTime() - begin) / 1e9);
            figures.put(kind + " peak MB", memory.bytes() / 1e6);
        }
        double all = 0;
        for (var process : stand.cpuSeconds().entrySet()) {
            double used = process.getValue() - before.getOrDefault(process.getKey(), 0.0);
            all += used;
            if (List.of(SERVICE, "gateway", "postgres").contains(process.getKey())) {
                figures.put(kind + " " + process.getKey() + " cpu s", used);
            }
        }
        figures.put(kind + " cpu s", all);
        return figures;
    }
}
