package io.limn.data.dataset.outgoing;

import io.limn.common.api.ApiException;
import io.limn.common.identity.Caller;
import io.limn.common.work.WorkQueue;
import io.limn.data.dataset.format.Formats;
import io.limn.data.dataset.remote.Facts;
import io.limn.data.dataset.remote.TaskService;
import io.limn.data.request.RequestDraft;
import io.limn.data.request.Requests;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Set;

/** Exports of projects, tasks and jobs, and the files they write. */
@ApplicationScoped
class Exports {
    private static final Set<String> YES = Set.of("true", "1", "yes");

    private final TaskService service;
    private final Formats formats;
    private final Requests requests;
    private final WorkQueue queue;
    private final Downloads downloads;
    private final Caller caller;

    Exports(
            TaskService service,
            Formats formats,
            Requests requests,
            WorkQueue queue,
            Downloads downloads,
            Caller caller) {
        this.service = service;
        this.formats = formats;
        this.requests = requests;
        this.queue = queue;
        this.downloads = downloads;
        this.caller = caller;
    }

    /** Begins an export. */
    Response begin(String collection, long id, HttpServerRequest request) {
        boolean media = YES.contains(text(request, "save_images").toLowerCase(java.util.Locale.ROOT));
        service.require(collection, id, media ? "export:dataset" : "export:annotations");
        var format = text(request, "format");
        if (formats.exporter(format).isEmpty()) {
            throw ApiException.rule("Unknown format specified for the request");
        }
        var facts = service.facts(collection, id);
        var place = place(request, facts);
        var draft = draft(collection, facts, format, media);
        QuarkusTransaction.requiringNew().run(() -> {
            long number = requests.enter(draft);
            var filename = text(request, "filename");
            var order = new ExportOrder(
                    number,
                    collection,
                    id,
                    format,
                    media,
                    filename.isBlank() ? null : filename,
                    place,
                    draft.rqId(),
                    caller.origin());
            requests.attachWork(number, queue.submit(ExportWorker.KIND, String.valueOf(number), order));
        });
        return Response.accepted(Map.of("rq_id", draft.rqId())).build();
    }

    private static String text(HttpServerRequest request, String name) {
        var value = request.getParam(name);
        return value == null ? "" : value;
    }

    /** The storage that takes the file, {@code null} for none. */
    private static Long place(HttpServerRequest request, Facts facts) {
        var location = text(request, "location");
        if (location.isEmpty()) {
            return facts.targetStorage() == null ? null : facts.targetStorage().cloudStorageId();
        }
        if (location.equals("local")) {
            return null;
        }
        if (!location.equals("cloud_storage")) {
            throw ApiException.rule("The specified location '" + location + "' is not supported");
        }
        var storage = text(request, "cloud_storage_id");
        if (!storage.matches("\\d{1,18}")) {
            throw ApiException.rule("Trying to use undefined cloud storage (cloud_storage_id was not provided)");
        }
        throw ApiException.rule("CloudStorage matching query does not exist.");
    }

    private RequestDraft draft(String collection, Facts facts, String format, boolean media) {
        var user = caller.principal();
        var target = ExportOrder.target(collection);
        boolean project = target.equals("project");
        return new RequestDraft(
                null,
                "export",
                target,
                facts.id(),
                null,
                media ? "dataset" : "annotations",
                format,
                null,
                user.id(),
                user.username(),
                facts.organizationId(),
                null,
                facts.projectId(),
                project ? null : facts.tasks().getFirst().id(),
                target.equals("job") ? Long.valueOf(facts.id()) : null);
    }

    /** The file of an export that has ended. */
    Response download(String collection, long id, String rqId, String range, String ifRange) {
        service.require(collection, id, "view");
        return downloads.get(rqId, range, ifRange);
    }

    /** How large the file of an export is, and its name. */
    Response head(String collection, long id, String rqId) {
        service.require(collection, id, "view");
        return downloads.head(rqId);
    }
}
