package io.limn.data.dataset.incoming;

import io.limn.common.api.ApiException;
import io.limn.common.identity.Caller;
import io.limn.common.work.WorkQueue;
import io.limn.data.dataset.format.Formats;
import io.limn.data.dataset.remote.Facts;
import io.limn.data.dataset.remote.TaskService;
import io.limn.data.request.RequestDraft;
import io.limn.data.request.Requests;
import io.limn.data.upload.SingleFiles;
import io.limn.data.upload.TusUploads;
import io.limn.data.upload.Upload;
import io.limn.data.upload.Uploads;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Imports annotations into tasks and jobs, from a form or from a resumable upload. */
@ApplicationScoped
class AnnotationImports {
    private static final String SCOPE = "import:annotations";
    private static final String FIELD = "annotation_file";
    private static final Set<String> NO = Set.of("false", "0", "no");

    private final TaskService service;
    private final Formats formats;
    private final Requests requests;
    private final WorkQueue queue;
    private final TusUploads resumable;
    private final SingleFiles files;
    private final Uploads uploads;
    private final Caller caller;

    AnnotationImports(
            TaskService service,
            Formats formats,
            Requests requests,
            WorkQueue queue,
            TusUploads resumable,
            SingleFiles files,
            Uploads uploads,
            Caller caller) {
        this.service = service;
        this.formats = formats;
        this.requests = requests;
        this.queue = queue;
        this.resumable = resumable;
        this.files = files;
        this.uploads = uploads;
        this.caller = caller;
    }

    private static String uploadsOf(String collection, long id) {
        return collection + "/" + id + "/annotations";
    }

    /** Tells about resumable uploads. */
    Response options() {
        return resumable.options();
    }

    /** One step of an import; the last one starts it. */
    Response post(String collection, long id, HttpServerRequest request, InputStream body) {
        service.require(collection, id, SCOPE);
        var headers = request.headers();
        if (!headers.contains("Upload-Finish")) {
            if (headers.contains("Upload-Start")) {
                return Response.accepted().build();
            }
            if (headers.contains("Upload-Length")) {
                return resumable.create(uploadsOf(collection, id), false, request, () -> {});
            }
        }
        var facts = service.facts(collection, id);
        requireLocal(request, facts);
        var filename = text(request, "filename");
        boolean sent = filename.isEmpty();
        var upload = sent
                ? files.receive(
                        uploadsOf(collection, id),
                        FIELD,
                        body,
                        request.getHeader("Content-Type"),
                        caller.principal().id())
                : earlier(collection, id, filename);
        try {
            return Response.accepted(Map.of("rq_id", begin(collection, facts, upload, request)))
                    .build();
        } catch (ApiException refused) {
            if (sent) {
                QuarkusTransaction.requiringNew().run(() -> uploads.remove(upload.id()));
            }
            throw refused;
        }
    }

    private static String text(HttpServerRequest request, String name) {
        var value = request.getParam(name);
        return value == null ? "" : value;
    }

    private static void requireLocal(HttpServerRequest request, Facts facts) {
        var location = text(request, "location");
        if (location.isEmpty()) {
            location = facts.sourceStorage() == null
                    ? "local"
                    : facts.sourceStorage().location();
        }
        if (location.equals("local")) {
            return;
        }
        if (!location.equals("cloud_storage")) {
            throw ApiException.rule("The specified location '" + location + "' is not supported");
        }
        if (!text(request, "cloud_storage_id").matches("\\d{1,18}")
                && (facts.sourceStorage() == null || facts.sourceStorage().cloudStorageId() == null)) {
            throw ApiException.rule("Trying to use undefined cloud storage (cloud_storage_id was not provided)");
        }
        throw ApiException.rule("CloudStorage matching query does not exist.");
    }

    private Upload earlier(String collection, long id, String filename) {
        if (!filename.startsWith(caller.principal().id() + "_")) {
            throw ApiException.rule("No such file were uploaded");
        }
        return uploads.finished(uploadsOf(collection, id), filename)
                .orElseThrow(() -> ApiException.rule("No such file were uploaded"));
    }

    private String begin(String collection, Facts facts, Upload upload, HttpServerRequest request) {
        var format = text(request, "format");
        if (formats.importer(format).isEmpty()) {
            throw ApiException.rule("Unknown input format '" + format + "'");
        }
        boolean polygons = !NO.contains(text(request, "conv_mask_to_poly").toLowerCase(Locale.ROOT));
        var user = caller.principal();
        boolean job = collection.equals("jobs");
        var draft = new RequestDraft(
                null,
                "import",
                job ? "job" : "task",
                facts.id(),
                null,
                "annotations",
                null,
                null,
                user.id(),
                user.username(),
                facts.organizationId(),
                null,
                facts.projectId(),
                facts.tasks().getFirst().id(),
                job ? Long.valueOf(facts.id()) : null);
        QuarkusTransaction.requiringNew().run(() -> {
            long number = requests.enter(draft);
            var order = new ImportOrder(
                    number, collection, facts.id(), format, upload.id(), upload.name(), polygons, user.id());
            requests.attachWork(number, queue.submit(ImportWorker.KIND, String.valueOf(number), order));
        });
        return draft.rqId();
    }

    /** How far a resumable upload is. */
    Response head(String collection, long id, String file) {
        service.require(collection, id, SCOPE);
        return resumable.head(uploadsOf(collection, id), file);
    }

    /** The next bytes of a resumable upload. */
    Response patch(String collection, long id, String file, HttpServerRequest request, InputStream body)
            throws IOException {
        service.require(collection, id, SCOPE);
        return resumable.patch(uploadsOf(collection, id), file, request, body);
    }
}
