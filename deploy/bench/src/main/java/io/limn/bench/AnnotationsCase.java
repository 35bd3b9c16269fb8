package io.limn.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.standalone.client.Answer;
import io.limn.standalone.client.ApiClient;
import io.limn.standalone.client.BackgroundRequests;
import io.limn.standalone.client.Uploads;
import io.limn.standalone.demo.Photographs;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Saving and reading a job with a hundred thousand rectangles, and what PostgreSQL alone takes for their rows. */
final class AnnotationsCase implements Case {
    private static final int SHAPES = 100_000;
    private static final int ADDED = 100;
    private static final int PATCHES = 40;
    private static final int PICTURES = 10;
    private static final String SERVICE = "task-service";

    @Override
    public String name() {
        return "annotations";
    }

    @Override
    public String description() {
        return "a job of " + SHAPES + " rectangles with two attributes each: PUT, GET, PATCH, and a plain COPY";
    }

    @Override
    public void run(int runs, Report report) {
        Path data = Stand.newFolder();
        try (Stand stand = Stand.on(data);
                Connection database = stand.connect("limn_task")) {
            ApiClient client = stand.administrator();
            for (int run = 0; run < runs; run++) {
                report.run(new Run(stand, database, client).measure());
            }
            report.say(
                    "The gap: a PUT takes what the plain write does (keys and index are its difference to the one without"
                            + " keys) and the commit, and the service's processor time for reading, checking and answering"
                            + " the bytes named above, of which only the writing of rows runs beside PostgreSQL. A PUT over"
                            + " what is there also moves that to the past. A GET from rows fills in defaults and writes"
                            + " JSON while PostgreSQL reads.");
        } catch (SQLException e) {
            throw new IllegalStateException("No connection to the database", e);
        } finally {
            Stand.forget(data);
        }
    }

    /** One job, measured once. */
    private static final class Run {
        private final Stand stand;
        private final Connection database;
        private final ApiClient client;
        private final Map<String, Double> figures = new LinkedHashMap<>();
        private final int job;
        private final int label;
        private final List<Integer> attributes = new ArrayList<>();

        Run(Stand stand, Connection database, ApiClient client) {
            this.stand = stand;
            this.database = database;
            this.client = client;
            JsonNode task = client.create("/api/tasks", Map.of("name", "bench", "labels", List.of(label())));
            int id = task.path("id").asInt();
            String request = new Uploads(client).inForms(id, Photographs.take(PICTURES), Map.of("image_quality", 70));
            new BackgroundRequests(client).await(request, Duration.ofMinutes(5));
            JsonNode car =
                    client.get("/api/labels?task_id=" + id).path("results").path(0);
            label = car.path("id").asInt();
            car.path("attributes")
                    .forEach(attribute -> attributes.add(attribute.path("id").asInt()));
            job = client.get("/api/jobs?task_id=" + id)
                    .path("results")
                    .path(0)
                    .path("id")
                    .asInt();
        }

        private static Map<String, Object> label() {
            return Map.of("name", "car", "attributes", List.of(attribute("colour", "red"), attribute("parked", "no")));
        }

        private static Map<String, Object> attribute(String name, String value) {
            return Map.of(
                    "name", name, "mutable", false, "input_type", "text", "default_value", value, "values", List.of());
        }

        Map<String, Double> measure() {
            byte[] body = rectangles(SHAPES);
            byte[] more = rectangles(ADDED);
            figures.put("MB sent", body.length / 1e6);
            timed("PUT s", () -> call("PUT", "", body));
            timed("PUT over it s", () -> call("PUT", "", body));
            timed("PATCH to read s", () -> call("PATCH", "?action=create", more));
            figures.remove("PATCH to read s");
            int bytes = timed("GET after it s", () -> call("GET", "", null)).bytes().length;
            figures.put("MB read", bytes / 1e6);
            awaitSnapshot();
            timed("GET kept s", () -> call("GET", "", null));
            Answer zipped = timed("GET kept gzip s", () -> call("GET", "", null, "Accept-Encoding", "gzip"));
            figures.put("MB gzip", zipped.bytes().length / 1e6);
            patches(more);
            PlainCopy.measure(database, job).forEach((name, seconds) -> figures.put("plain " + name + " s", seconds));
            figures.put("peak MB", Usage.peakResidentBytes(stand.process(SERVICE)) / 1e6);
            return figures;
        }

        private interface Call {
            Answer send();
        }

        private Answer timed(String name, Call call) {
            double before = cpuSeconds();
            long begin = System.nanoTime();
            Answer answer = call.send();
            figures.put(name, (System.nanoTime() - begin) / 1e9);
            if (name.equals("PUT s") || name.equals("GET after it s")) {
                figures.put(name.substring(0, 3) + " cpu s", cpuSeconds() - before);
            }
            return answer;
        }

        private double cpuSeconds() {
            return Usage.of(List.of(stand.process(SERVICE))).cpuSeconds();
        }

        private Answer call(String method, String query, byte[] body, String... headers) {
            var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
            String path = "/api/jobs/" + job + "/annotations" + query;
            return client.exchange(method, path, body == null ? null : "application/json", publisher, headers)
                    .expect(200);
        }

        private void patches(byte[] more) {
            // The first ones run while the machine still writes out the rows before and programs are compiled.
            for (int patch = 0; patch < PATCHES; patch++) {
                call("PATCH", "?action=create", more);
            }
            List<Double> times = new ArrayList<>();
            for (int patch = 0; patch < PATCHES; patch++) {
                long begin = System.nanoTime();
                call("PATCH", "?action=create", more);
                times.add((System.nanoTime() - begin) / 1e6);
            }
            figures.put("PATCH p50 ms", Report.median(times));
        }

        private void awaitSnapshot() {
            long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
            while (!hasSnapshot()) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("No snapshot was made");
                }
                java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
            }
        }

        private boolean hasSnapshot() {
            String sql = "SELECT 1 FROM annotation_snapshot s JOIN annotation_head h ON h.job_id = s.job_id"
                    + " AND h.revision = s.revision WHERE s.job_id = " + job;
            try (var statement = database.createStatement();
                    var row = statement.executeQuery(sql)) {
                return row.next();
            } catch (SQLException e) {
                throw new IllegalStateException("The snapshot could not be looked for", e);
            }
        }

        private byte[] rectangles(int count) {
            StringBuilder json =
                    new StringBuilder(count * 280).append("{\"version\":0,\"tags\":[],\"tracks\":[],\"shapes\":[");
            for (int index = 0; index < count; index++) {
                double left = index % 977 * 1.93;
                json.append(index == 0 ? "" : ",")
                        .append("{\"type\":\"rectangle\",\"frame\":")
                        .append(index % PICTURES)
                        .append(",\"label_id\":")
                        .append(label)
                        .append(
                                ",\"group\":0,\"source\":\"manual\",\"occluded\":false,\"outside\":false,\"z_order\":0,")
                        .append("\"rotation\":0.0,\"points\":[")
                        .append(left)
                        .append(",10.25,")
                        .append(left + 15.5)
                        .append(",90.5],\"attributes\":[{\"spec_id\":")
                        .append(attributes.get(0))
                        .append(",\"value\":\"colour ")
                        .append(index % 50)
                        .append("\"},{\"spec_id\":")
                        .append(attributes.get(1))
                        .append(",\"value\":\"")
                        .append(index % 2 == 0 ? "yes" : "no")
                        .append("\"}],\"elements\":[]}");
            }
            return json.append("]}").toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
