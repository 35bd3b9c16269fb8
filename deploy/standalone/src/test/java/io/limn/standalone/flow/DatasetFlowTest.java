package io.limn.standalone.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.standalone.RunningSuite;
import io.limn.standalone.SuiteExtension;
import io.limn.standalone.client.ApiClient;
import io.limn.standalone.client.Attachment;
import io.limn.standalone.client.BackgroundRequests;
import io.limn.standalone.client.Uploads;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Datasets go out and come in again. */
@ExtendWith(SuiteExtension.class)
class DatasetFlowTest {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final ApiClient user;
    private final Tasks tasks;
    private final int task;
    private final int label;

    DatasetFlowTest(RunningSuite suite) {
        user = suite.newUser();
        tasks = new Tasks(user);
        task = tasks.create(Map.of("segment_size", 2));
        tasks.upload(task, Media.folder("set", 4));
        label = tasks.label(task, "car");
        user.put(
                "/api/tasks/" + task + "/annotations",
                Map.of("version", 0, "tags", List.of(), "tracks", List.of(), "shapes", boxes(3)));
    }

    private List<Map<String, Object>> boxes(int count) {
        var boxes = new ArrayList<Map<String, Object>>();
        for (int frame = 0; frame < count; frame++) {
            boxes.add(Tasks.rectangle(frame, label, List.of(1.0 + frame, 2.0, 30.0, 40.0)));
        }
        return boxes;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonNode export(String query) {
        var request = user.begin("/api/tasks/" + task + "/dataset/export?" + query, null);
        return new BackgroundRequests(user).await(request, LONGEST);
    }

    private byte[] file(JsonNode request) {
        return user.send("GET", request.path("result_url").asText(), null)
                .expect(200)
                .bytes();
    }

    private static List<String> names(byte[] archive) {
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void importFile(String format, byte[] bytes) {
        var request = user.multipart(
                        "/api/tasks/" + task + "/annotations?format=" + encoded(format),
                        Map.of(),
                        "annotation_file",
                        List.of(new Attachment("dataset.zip", bytes)))
                .expect(202)
                .json()
                .path("rq_id")
                .asText();
        new BackgroundRequests(user).await(request, LONGEST);
    }

    private JsonNode shapes() {
        return user.get("/api/tasks/" + task + "/annotations").path("shapes");
    }

    @Test
    void annotationsGoOutAndComeBack() {
        for (var formats : List.of(List.of("CVAT for images 1.1", "CVAT 1.1"), List.of("COCO 1.0", "COCO 1.0"))) {
            var archive = file(export("format=" + encoded(formats.getFirst())));
            user.put(
                    "/api/tasks/" + task + "/annotations",
                    Map.of("version", 0, "tags", List.of(), "tracks", List.of(), "shapes", List.of()));

            importFile(formats.getLast(), archive);

            assertThat(shapes()).hasSize(3);
            assertThat(shapes().path(1).path("points").toString()).isEqualTo("[2.0,2.0,30.0,40.0]");
            assertThat(shapes().path(1).path("source").asText()).isEqualTo("file");
        }
    }

    @Test
    void picturesGoAlongAndRangesAreServed() {
        var request = export("save_images=true&format=" + encoded("COCO 1.0"));
        var archive = file(request);

        assertThat(names(archive)).hasSize(5).contains("annotations/instances_default.json");
        var part = user.send("GET", request.path("result_url").asText(), null, "Range", "bytes=2-5")
                .expect(206);
        assertThat(part.bytes()).isEqualTo(java.util.Arrays.copyOfRange(archive, 2, 6));
        assertThat(part.header("Content-Range")).contains("bytes 2-5/" + archive.length);
        var again = export("save_images=true&format=" + encoded("COCO 1.0"));
        assertThat(file(again)).isEqualTo(archive);
    }

    @Test
    void aFailedImportLeavesWhatWasThere() {
        var broken = """
                <annotations><image id="0" name="set/0.png" width="64" height="48">
                <box label="tree" source="manual" occluded="0" xtl="1" ytl="1" xbr="2" ybr="2" z_order="0"></box>
                </image></annotations>""".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> importFile("CVAT 1.1", broken))
                .hasMessageContaining("Label 'tree' is not registered for this task");

        assertThat(shapes()).hasSize(3);
    }

    @Test
    void anUploadInPiecesIsImportedByItsName() {
        var archive = file(export("format=" + encoded("COCO 1.0")));
        var collection = "/api/tasks/" + task + "/annotations";
        user.send("POST", collection, null, "Upload-Start", "true").expect(202);
        var name = new Uploads(user).resumableFile(collection + "/", new Attachment("any.zip", archive));

        var request = user.begin(
                collection + "/?format=" + encoded("COCO 1.0") + "&filename=" + encoded(name),
                null,
                "Upload-Finish",
                "true");
        new BackgroundRequests(user).await(request, LONGEST);

        assertThat(shapes()).hasSize(3);
        user.send(
                        "POST",
                        collection + "?format=" + encoded("COCO 1.0") + "&filename=1_x",
                        null,
                        "Upload-Finish",
                        "true")
                .expect(400);
    }
}
