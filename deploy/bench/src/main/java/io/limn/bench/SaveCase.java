package io.limn.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.standalone.client.ApiClient;
import io.limn.standalone.client.BackgroundRequests;
import io.limn.standalone.client.Uploads;
import io.limn.standalone.demo.Photographs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Saves of annotations into one job, one after the other, and the reading of all of them. */
final class SaveCase implements Case {
    private static final int PICTURES = 10;
    private static final int SAVES = 20;
    private static final int SHAPES = 500;

    @Override
    public String name() {
        return "save";
    }

    @Override
    public String description() {
        return SAVES + " saves of " + SHAPES + " rectangles each, then one reading of all";
    }

    @Override
    public void run(int runs, Report report) {
        Path data = Stand.newFolder();
        try (Stand stand = Stand.on(data)) {
            ApiClient client = stand.administrator();
            for (int run = 0; run < runs; run++) {
                report.run(save(stand, client));
            }
        } finally {
            Stand.forget(data);
        }
    }

    private static Map<String, Double> save(Stand stand, ApiClient client) {
        JsonNode task = client.create("/api/tasks", Map.of("name", "bench", "labels", List.of(Map.of("name", "car"))));
        int id = task.path("id").asInt();
        String request = new Uploads(client).inForms(id, Photographs.take(PICTURES), Map.of("image_quality", 70));
        new BackgroundRequests(client).await(request, Duration.ofMinutes(5));
        int label = client.get("/api/labels?task_id=" + id)
                .path("results")
                .path(0)
                .path("id")
                .asInt();
        int job = client.get("/api/jobs?task_id=" + id)
                .path("results")
                .path(0)
                .path("id")
                .asInt();
        Map<String, Object> body =
                Map.of("version", 0, "tags", List.of(), "tracks", List.of(), "shapes", rectangles(label));
        double before = stand.usage().cpuSeconds();
        long begin = System.nanoTime();
        for (int save = 0; save < SAVES; save++) {
            client.patch("/api/jobs/" + job + "/annotations?action=create", body);
        }
        double saved = (System.nanoTime() - begin) / 1e9;
        long reading = System.nanoTime();
        int bytes = client.send("GET", "/api/jobs/" + job + "/annotations", null)
                .expect(200)
                .bytes()
                .length;
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("save ms", saved * 1000 / SAVES);
        figures.put("read ms", (System.nanoTime() - reading) / 1e6);
        figures.put("cpu s", stand.usage().cpuSeconds() - before);
        figures.put("bytes read", (double) bytes);
        return figures;
    }

    private static List<Map<String, Object>> rectangles(int label) {
        List<Map<String, Object>> shapes = new ArrayList<>();
        for (int index = 0; index < SHAPES; index++) {
            double left = index % 40 * 20.5;
            shapes.add(Map.of(
                    "type",
                    "rectangle",
                    "frame",
                    index % PICTURES,
                    "label_id",
                    label,
                    "points",
                    List.of(left, 10.25, left + 15, 90.5),
                    "group",
                    0,
                    "source",
                    "manual",
                    "attributes",
                    List.of()));
        }
        return shapes;
    }
}
