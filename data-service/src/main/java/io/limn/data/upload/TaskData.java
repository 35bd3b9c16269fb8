package io.limn.data.upload;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.common.api.ApiException;
import io.limn.common.api.Bodies;
import io.limn.common.identity.Caller;
import io.limn.common.work.WorkQueue;
import io.limn.data.cloudstorage.CloudObjects;
import io.limn.data.request.RequestDraft;
import io.limn.data.request.Requests;
import io.limn.data.task.Attachment;
import io.limn.data.task.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Adds files to the data of a task, and has the data made of them. */
@ApplicationScoped
public class TaskData {
    /** Kind of the work that makes a task's data. */
    public static final String WORK = "task-data";

    private static final String FILES = "client_files[";
    private static final int MOST_NAMED = 5;

    private final UploadForms forms;
    private final Uploads uploads;
    private final Requests requests;
    private final Tasks tasks;
    private final WorkQueue queue;
    private final Caller caller;
    private final CloudObjects storages;
    private final Bodies bodies;
    private final ValidationNotes notes;

    TaskData(
            UploadForms forms,
            Uploads uploads,
            Requests requests,
            Tasks tasks,
            WorkQueue queue,
            Caller caller,
            CloudObjects storages,
            Bodies bodies,
            ValidationNotes notes) {
        this.forms = forms;
        this.uploads = uploads;
        this.requests = requests;
        this.tasks = tasks;
        this.queue = queue;
        this.caller = caller;
        this.storages = storages;
        this.bodies = bodies;
        this.notes = notes;
    }

    /**
     * What the work is told.
     *
     * @param task    the task as it was when it took its data
     * @param number  of the request that the client watches
     * @param user    who asked
     * @param request what for
     */
    public record Order(Attachment task, long number, long user, DataRequest request) {}

    /** Name of the collection of a task's files. */
    public static String collection(long task) {
        return "tasks/" + task + "/data";
    }

    /** Adds the files of one body; of its fields, those about validation frames are kept. */
    void append(long task, InputStream body, String contentType) {
        notes.note(task, receive(task, body, contentType).validationParams());
        tasks.attach(task);
    }

    /**
     * Begins an upload; the storage of its body is looked at already.
     *
     * @throws ApiException 400 or 403 when the caller may not use it
     */
    void begin(long task, InputStream body, String contentType) {
        if (contentType != null && contentType.startsWith("application/json")) {
            requireStorage(bodies.any(body));
        }
        tasks.attach(task);
    }

    /** What is no number is refused with the other fields. */
    private void requireStorage(JsonNode fields) {
        var id = fields.path("cloud_storage_id").asText("").strip();
        if (id.matches("\\d{1,18}")) {
            storages.requireNamed(Long.parseLong(id));
        }
    }

    private DataRequest receive(long task, InputStream body, String contentType) {
        var collection = collection(task);
        var form = forms.receive(collection, FILES, body, contentType);
        try {
            requireStorage(form.fields());
            var request = DataRequestReader.read(form.fields());
            var files = form.sortedFiles();
            if (!files.isEmpty()) {
                uploads.addAll(
                                collection,
                                files,
                                form.folder(),
                                caller.principal().id())
                        .ifPresent(name -> {
                            throw ApiException.of(409, "File with same name already exists");
                        });
            }
            return request;
        } catch (ApiException refused) {
            forms.discard(form);
            throw refused;
        }
    }

    /**
     * Ends an upload and has the data made.
     *
     * @return identifier of the background request
     */
    String finish(long task, InputStream body, String contentType) {
        var request = receive(task, body, contentType);
        if (request.sortingMethod().equals("predefined")
                && !request.uploadFileOrder().isEmpty()) {
            requireSameFiles(task, request.uploadFileOrder());
        }
        return submit(tasks.attach(task), request);
    }

    private void requireSameFiles(long task, List<String> order) {
        var uploaded = new LinkedHashSet<String>();
        uploads.complete(collection(task)).forEach(file -> uploaded.add(file.name()));
        var listed = new LinkedHashSet<>(order);
        var mismatches = new ArrayList<String>();
        uploaded.stream().filter(name -> !listed.contains(name)).forEach(name -> mismatches.add(name + " (extra)"));
        listed.stream().filter(name -> !uploaded.contains(name)).forEach(name -> mismatches.add(name + " (missing)"));
        if (!mismatches.isEmpty()) {
            int more = mismatches.size() - MOST_NAMED;
            throw ApiException.rule(
                    "Uploaded files do not match the 'upload_file_order' field contents. Please check the"
                            + " uploaded data and the list of uploaded files. Mismatching files: "
                            + String.join(", ", mismatches.subList(0, Math.min(MOST_NAMED, mismatches.size())))
                            + (more > 0 ? " (and " + more + " more). " : ""));
        }
    }

    @Transactional
    String submit(Attachment task, DataRequest request) {
        var user = caller.principal();
        var draft = RequestDraft.creation(
                task.taskId(),
                task.projectId(),
                task.organizationId(),
                task.organizationSlug(),
                user.id(),
                user.username());
        long number = requests.enter(draft);
        var gathered = request.withValidation(notes.with(task.taskId(), request.validationParams()));
        notes.forget(task.taskId());
        tasks.setParameters(task.taskId(), parameters(request));
        long work = queue.submit(WORK, "request-" + number, new Order(task, number, user.id(), gathered));
        requests.attachWork(number, work);
        return draft.rqId();
    }

    private static Map<String, Object> parameters(DataRequest request) {
        var parameters = new HashMap<String, Object>();
        parameters.put("image_quality", request.imageQuality());
        parameters.put("chunk_size", request.chunkSize());
        parameters.put("start_frame", request.startFrame());
        parameters.put("stop_frame", request.stopFrame());
        parameters.put("frame_filter", request.frameFilter());
        parameters.put("use_zip_chunks", request.useZipChunks());
        parameters.put("use_cache", request.useCache());
        parameters.put("copy_data", request.copyData());
        parameters.put("storage_method", request.storageMethod());
        parameters.put("storage", request.storage());
        parameters.put("sorting_method", request.sortingMethod());
        return parameters;
    }
}
