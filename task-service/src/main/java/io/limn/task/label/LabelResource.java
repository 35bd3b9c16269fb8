package io.limn.task.label;

import io.limn.common.api.ApiException;
import io.limn.common.api.ApiJson;
import io.limn.common.api.Bodies;
import io.limn.common.api.Page;
import io.limn.common.api.query.ListQuery;
import io.limn.common.api.query.Lists;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.InputStream;
import java.util.List;

/** Labels of projects and tasks. New ones are made through their project or task. */
@Path("/api/labels")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class LabelResource {
    private final Labels labels;
    private final LabelCatalog catalog;
    private final LabelList list;
    private final Lists lists;
    private final Bodies bodies;

    LabelResource(Labels labels, LabelCatalog catalog, LabelList list, Lists lists, Bodies bodies) {
        this.labels = labels;
        this.catalog = catalog;
        this.list = list;
        this.lists = lists;
        this.bodies = bodies;
    }

    @GET
    public Page<LabelView> list(HttpServerRequest request) {
        return lists.page(ListQuery.of(request, LabelList.SPEC), list.condition(request), this::views);
    }

    @GET
    @Path("{id}")
    public LabelView get(int id) {
        labels.require(id, "view");
        return labels.view(id);
    }

    @PATCH
    @Path("{id}")
    public LabelView update(int id, InputStream body) {
        var label = labels.require(id, "update:desc");
        if (label.parentId() != null) {
            throw ApiException.rule("Sublabels cannot be modified this way."
                    + " Please send a PATCH request with updated parent label data instead.");
        }
        var input = bodies.object(body);
        var change = LabelForm.single(input);
        input.check();
        if (change.deleted()) {
            throw ApiException.body("Labels cannot be deleted by updating in this endpoint."
                    + " Please use the DELETE method instead.");
        }
        labels.update(label, change);
        return labels.view(id);
    }

    @DELETE
    @Path("{id}")
    public void delete(int id) {
        var label = labels.require(id, "update:desc");
        if (label.parentId() != null) {
            throw ApiException.rule("Sublabels cannot be deleted this way."
                    + " Please send a PATCH request with updated parent label data instead.");
        }
        labels.delete(label);
    }

    private List<LabelView> views(List<Long> ids) {
        var all = catalog.withParts(ids);
        return ids.stream()
                .flatMap(id -> all.stream().filter(label -> label.id() == id))
                .map(label -> LabelView.of(label, all))
                .toList();
    }
}
