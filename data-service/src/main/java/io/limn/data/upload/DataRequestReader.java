package io.limn.data.upload;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.common.api.ApiException;
import io.limn.common.api.Bodies;
import io.limn.common.api.Input;
import io.limn.common.api.Python;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a {@link DataRequest} from the fields of a body and names everything that is wrong with them. */
final class DataRequestReader {
    private static final long MOST = Integer.MAX_VALUE;
    private static final int LONGEST_NAME = 1024;
    private static final String GENERAL = "non_field_errors";
    private static final Set<String> SORTINGS = Set.of("lexicographical", "natural", "predefined", "random");

    private final Input input;

    private DataRequestReader(Input input) {
        this.input = input;
    }

    /**
     * Reads a request.
     *
     * @throws ApiException 400 with all faults
     */
    static DataRequest read(JsonNode fields) {
        var reader = new DataRequestReader(Bodies.object(fields));
        var request = reader.read();
        reader.input.check();
        reader.checkTogether(request);
        reader.input.check();
        return request;
    }

    private DataRequest read() {
        var chunkSize = input.integer("chunk_size")
                .nullable()
                .range(0, MOST)
                .demand(size -> size > 0, "Chunk size must be a positive integer")
                .value();
        var quality =
                input.integer("image_quality").required().range(0, 100).or(0L).intValue();
        int start = input.integer("start_frame").range(0, MOST).or(0L).intValue();
        int stop = input.integer("stop_frame").range(0, MOST).or(0L).intValue();
        refuseClientFiles();
        return new DataRequest(
                quality,
                chunkSize == null ? null : chunkSize.intValue(),
                start,
                stop == 0 ? null : Integer.valueOf(stop),
                frameFilter(),
                files("server_files"),
                files("remote_files"),
                input.values("server_files_exclude", DataRequestReader::name).or(List.of()),
                input.bool("use_zip_chunks").or(false),
                input.bool("use_cache").or(false),
                input.bool("copy_data").or(false),
                input.choice("storage_method", Set.of("cache", "file_system")).or("file_system"),
                input.choice("sorting_method", SORTINGS).or("lexicographical"),
                input.integer("cloud_storage_id").nullable().value(),
                input.text("filename_pattern").nullable().value(),
                mapping(),
                input.values("upload_file_order", DataRequestReader::name).or(List.of()),
                validation());
    }

    /** Reads a file name of a list. */
    static String name(JsonNode value) throws Input.Refused {
        if (value.isNull()) {
            throw new Input.Refused("This field may not be null.");
        }
        if (!value.isTextual() && !value.isNumber()) {
            throw new Input.Refused("Not a valid string.");
        }
        var name = value.asText().strip();
        if (name.isEmpty()) {
            throw new Input.Refused("This field may not be blank.");
        }
        if (name.length() > LONGEST_NAME) {
            throw new Input.Refused("Ensure this field has no more than " + LONGEST_NAME + " characters.");
        }
        return name;
    }

    private void refuseClientFiles() {
        if (input.node().path("client_files").isArray()
                && !input.node().path("client_files").isEmpty()) {
            input.errors()
                    .add("client_files", "The submitted data was not a file. Check the encoding type on the form.");
        }
    }

    private String frameFilter() {
        var filter = input.text("frame_filter").blank().most(256);
        boolean sent = filter.present();
        var text = filter.or("");
        if (sent && !input.errors().has("frame_filter") && !DataRequest.isFrameFilter(text)) {
            input.errors().add("frame_filter", "Invalid frame filter expression");
        }
        return text;
    }

    private List<String> files(String name) {
        var value = input.node().get(name);
        if (value != null && !value.isNull() && !value.isArray()) {
            input.errors()
                    .nest(
                            name,
                            Map.of(
                                    GENERAL,
                                    List.of("Expected a list of items but got type \"" + Python.type(value) + "\".")));
            return List.of();
        }
        return input.values(name, JsonNode::asText).or(List.of());
    }

    private List<List<String>> mapping() {
        var value = input.raw("job_file_mapping").value();
        if (value == null) {
            return null;
        }
        var faults = new LinkedHashMap<String, Object>();
        var jobs = new ArrayList<List<String>>();
        if (!value.isArray()) {
            input.errors().add("job_file_mapping", expectedList(value));
        } else if (value.isEmpty()) {
            input.errors().add("job_file_mapping", "This list may not be empty.");
        } else {
            for (int i = 0; i < value.size(); i++) {
                jobs.add(job(value.get(i), String.valueOf(i), faults));
            }
        }
        if (!faults.isEmpty()) {
            input.errors().nest("job_file_mapping", faults);
        } else {
            refuseRepeated(jobs);
        }
        return jobs;
    }

    private static List<String> job(JsonNode value, String index, Map<String, Object> faults) {
        var names = new ArrayList<String>();
        var wrong = new LinkedHashMap<String, Object>();
        if (!value.isArray()) {
            faults.put(index, List.of(expectedList(value)));
        } else if (value.isEmpty()) {
            faults.put(index, List.of("This list may not be empty."));
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            try {
                names.add(name(value.get(i)));
            } catch (Input.Refused refused) {
                wrong.put(String.valueOf(i), List.of(refused.getMessage()));
            }
        }
        if (!wrong.isEmpty()) {
            faults.put(index, wrong);
        }
        return names;
    }

    private static String expectedList(JsonNode value) {
        return "Expected a list of items but got type \"" + Python.type(value) + "\".";
    }

    private void refuseRepeated(List<List<String>> jobs) {
        var seen = new java.util.HashSet<String>();
        jobs.stream()
                .flatMap(List::stream)
                .filter(name -> !seen.add(name))
                .findFirst()
                .ifPresent(name -> input.errors()
                        .add(
                                "job_file_mapping",
                                "The same file '" + name + "' cannot be used multiple times in the job file mapping"));
    }

    private ValidationParameters validation() {
        var nested = input.object("validation_params").nullable().value();
        return nested == null ? null : new ValidationReader(nested).read();
    }

    private void checkTogether(DataRequest request) {
        if (request.stopFrame() != null && request.stopFrame() < request.startFrame()) {
            input.errors().add(GENERAL, "Stop frame must be more or equal start frame");
        } else if (request.filenamePattern() != null) {
            if (!request.serverFilesExclude().isEmpty()) {
                input.errors().add(GENERAL, "The filename_pattern and server_files_exclude cannot be used together");
            } else if (request.serverFiles().stream().anyMatch(file -> !file.endsWith(".jsonl"))) {
                input.errors()
                        .add(
                                GENERAL,
                                "The filename_pattern can only be used with specified manifest or without server_files");
            }
        }
    }
}
