package io.limn.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.standalone.client.ApiClient;
import io.limn.standalone.client.Attachment;
import io.limn.standalone.client.BackgroundRequests;
import io.limn.standalone.client.Uploads;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The main job before one's eyes: pictures and a film become tasks, are annotated and read back. All that is annotated is known
 * because all that is shown was drawn.
 */
public final class Demo {
    private static final int PICTURES = 24;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Map<String, Object> SETTINGS =
            Map.of("image_quality", 70, "use_zip_chunks", true, "use_cache", true, "sorting_method", "lexicographical");

    private final ApiClient client;
    private final Uploads uploads;
    private final BackgroundRequests requests;
    private final PrintStream output;
    private final boolean live;

    public Demo(ApiClient client, PrintStream output, boolean live) {
        this.client = client;
        this.uploads = new Uploads(client);
        this.requests = new BackgroundRequests(client);
        this.output = output;
        this.live = live;
    }

    /** Runs it all and prints where to look. */
    public void run() {
        ProgressBar drawing = new ProgressBar("Drawing " + PICTURES + " photographs", output, live);
        List<Attachment> photographs = Photographs.take(PICTURES);
        drawing.done(kilobytes(photographs));
        int pictures = task("Street photographs", "rectangle");
        process("Uploading by forms", pictures, uploads.inForms(pictures, photographs, SETTINGS));
        int pictureJob = job(pictures);
        JsonNode shapes = annotatePictures(pictures, pictureJob);

        ProgressBar shooting = new ProgressBar("Shooting a film", output, live);
        Attachment film = StreetFilm.shoot();
        shooting.done(kilobytes(List.of(film)) + ", " + StreetFilm.FRAMES + " frames of H.264");
        int video = task("Street film", "any");
        process("Uploading it resumably", video, uploads.resumable(video, film, SETTINGS));
        int videoJob = job(video);
        JsonNode tracks = annotateFilm(video, videoJob);

        readBack(pictureJob, shapes.path("shapes").size(), "shapes");
        readBack(videoJob, tracks.path("tracks").size(), "tracks");
        link("pictures", pictures, pictureJob);
        link("film", video, videoJob);
    }

    private int task(String name, String type) {
        List<Map<String, Object>> labels = List.of(
                Map.of("name", Scene.CAR, "color", "#d0342c", "type", type, "attributes", List.of()),
                Map.of("name", Scene.PERSON, "color", "#2c6fd0", "type", type, "attributes", List.of()),
                Map.of("name", Scene.HOUSE, "color", "#4f9d57", "type", type, "attributes", List.of()));
        return client.create("/api/tasks", Map.of("name", name, "labels", labels))
                .path("id")
                .asInt();
    }

    private void process(String what, int task, String request) {
        ProgressBar bar = new ProgressBar(what, output, live);
        requests.await(
                request,
                LONGEST,
                state -> bar.show(
                        state.path("progress").asDouble(), state.path("message").asText("")));
        JsonNode made = client.get("/api/tasks/" + task);
        bar.done("task " + task + " has " + made.path("size").asInt() + " frames");
    }

    private int job(int task) {
        return client.get("/api/jobs?task_id=" + task)
                .path("results")
                .path(0)
                .path("id")
                .asInt();
    }

    private JsonNode annotatePictures(int task, int job) {
        Labels labels = Labels.of(client, task);
        List<Rectangle> shapes = new ArrayList<>();
        for (int frame = 0; frame < PICTURES; frame++) {
            for (SceneObject object : Photographs.scene(frame).visible()) {
                shapes.add(Rectangle.shape(frame, labels.id(object.label()), object));
            }
        }
        return save(job, Map.of("version", 0, "tags", List.of(), "shapes", shapes, "tracks", List.of()));
    }

    private JsonNode annotateFilm(int task, int job) {
        List<Map<String, Object>> tracks =
                StreetFilm.tracks(Labels.of(client, task).id(Scene.CAR));
        return save(job, Map.of("version", 0, "tags", List.of(), "shapes", List.of(), "tracks", tracks));
    }

    private JsonNode save(int job, Map<String, Object> annotations) {
        return client.patch("/api/jobs/" + job + "/annotations?action=create", annotations);
    }

    private void readBack(int job, int expected, String kind) {
        int stored = client.get("/api/jobs/" + job + "/annotations").path(kind).size();
        if (stored != expected) {
            throw new IllegalStateException(
                    "job " + job + " holds " + stored + " " + kind + " where " + expected + " were saved");
        }
        int chunk = client.send("GET", "/api/jobs/" + job + "/data?quality=compressed&type=chunk&index=0", null)
                .expect(200)
                .bytes()
                .length;
        output.printf("Job %d: %d %s read back, first chunk of pictures is %d KB%n", job, stored, kind, chunk / 1024);
    }

    private void link(String what, int task, int job) {
        output.printf(
                "  %-9s %s/tasks/%d/jobs/%d   data: %s/api/jobs/%d/annotations%n",
                what, client.address(), task, job, client.address(), job);
    }

    private static String kilobytes(List<Attachment> files) {
        return files.stream().mapToInt(file -> file.content().length).sum() / 1024 + " KB";
    }
}
