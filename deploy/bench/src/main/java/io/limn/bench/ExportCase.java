package io.limn.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.standalone.client.ApiClient;
import io.limn.standalone.client.Attachment;
import io.limn.standalone.client.BackgroundRequests;
import io.limn.standalone.client.Uploads;
import io.limn.standalone.demo.Photographs;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writing a hundred thousand rectangles as a dataset without pictures, and reading them back in. */
final class ExportCase implements Case {
    private static final int SHAPES = 100_000;
    private static final int PICTURES = 100;
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final String WORKER = "data-service";
    private static final String OWNER = "task-service";

    @Override
    public String name() {
        return "export";
    }

    @Override
    public String description() {
        return "a task of " + SHAPES
                + " rectangles: export without pictures and import of COCO 1.0 and CVAT for images 1.1";
    }

    @Override
    public void run(int runs, Report report) {
        Path data = Stand.newFolder();
        try (Stand stand = Stand.on(data)) {
            ApiClient client = stand.administrator();
            for (int run = 0; run < runs; run++) {
                report.run(new Run(stand, client).measure());
            }
            report.say(
                    "The seconds are those of the request, from its POST to the state finished as a client sees it by"
                            + " asking; cpu is that of the worker, and of task-service which sends and takes the rows.");
        } finally {
            Stand.forget(data);
        }
    }

    /** One task, measured once. */
    private static final class Run {
        private final Stand stand;
        private final ApiClient client;
        private final Map<String, Double> figures = new LinkedHashMap<>();
        private final int task;
        private final int label;

        Run(Stand stand, ApiClient client) {
            this.stand = stand;
            this.client = client;
            JsonNode created =
                    client.create("/api/tasks", Map.of("name", "bench", "labels", List.of(Map.of("name", "car"))));
            task = created.path("id").asInt();
            String request = new Uploads(client).inForms(task, Photographs.take(PICTURES), Map.of("image_quality", 70));
            new BackgroundRequests(client).await(request, LONGEST);
            label = client.get("/api/labels?task_id=" + task)
                    .path("results")
                    .path(0)
                    .path("id")
                    .asInt();
            client.exchange(
                            "PUT",
                            "/api/tasks/" + task + "/annotations",
                            "application/json",
                            BodyPublishers.ofByteArray(rectangles()))
                    .expect(200);
        }

        Map<String, Double> measure() {
            both("COCO 1.0", "COCO 1.0", "coco");
            both("CVAT for images 1.1", "CVAT 1.1", "cvat");
            figures.put("worker peak MB", Usage.peakResidentBytes(stand.process(WORKER)) / 1e6);
            figures.put("task peak MB", Usage.peakResidentBytes(stand.process(OWNER)) / 1e6);
            return figures;
        }

        private void both(String exporter, String importer, String name) {
            JsonNode exported = timed(
                    name + " out",
                    () -> client.begin("/api/tasks/" + task + "/dataset/export?format=" + encoded(exporter), null));
            byte[] archive = client.send("GET", exported.path("result_url").asText(), null)
                    .expect(200)
                    .bytes();
            figures.put(name + " MB", archive.length / 1e6);
            timed(name + " in", () -> client.multipart(
                            "/api/tasks/" + task + "/annotations?format=" + encoded(importer),
                            Map.of(),
                            "annotation_file",
                            List.of(new Attachment("dataset.zip", archive)))
                    .expect(202)
                    .json()
                    .path("rq_id")
                    .asText());
        }

        private interface Begin {
            String begin();
        }

        private JsonNode timed(String name, Begin begin) {
            double worker = cpuSeconds(WORKER);
            double owner = cpuSeconds(OWNER);
            long start = System.nanoTime();
            JsonNode request = new BackgroundRequests(client).await(begin.begin(), LONGEST);
            figures.put(name + " s", (System.nanoTime() - start) / 1e9);
            figures.put(name + " cpu s", cpuSeconds(WORKER) - worker);
            figures.put(name + " task cpu s", cpuSeconds(OWNER) - owner);
            return request;
        }

        private double cpuSeconds(String service) {
            return Usage.of(List.of(stand.process(service))).cpuSeconds();
        }

        private static String encoded(String name) {
            return URLEncoder.encode(name, StandardCharsets.UTF_8);
        }

        private byte[] rectangles() {
            StringBuilder json =
                    new StringBuilder(SHAPES * 120).append("{\"version\":0,\"tags\":[],\"tracks\":[],\"shapes\":[");
            for (int index = 0; index < SHAPES; index++) {
                double left = index % 977 * 1.25;
                json.append(index == 0 ? "" : ",")
                        .append("{\"type\":\"rectangle\",\"frame\":")
                        .append(index % PICTURES)
                        .append(",\"label_id\":")
                        .append(label)
                        .append(",\"points\":[")
                        .append(left)
                        .append(",10.25,")
                        .append(left + 15.5)
                        .append(",90.5]}");
            }
            return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
        }
    }
}
