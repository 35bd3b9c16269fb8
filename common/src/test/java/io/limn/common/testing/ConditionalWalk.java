package io.limn.common.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Walks the single resources of a service: who has read one changes and deletes that very version and no other. */
public final class ConditionalWalk {
    private final List<Resource> resources = new ArrayList<>();

    /**
     * A resource to be looked at.
     *
     * @param template its path in the contract, in the form {@code /api/tasks/{}}
     * @param path     that of one such resource
     * @param changes  bodies of two changes that have an effect one after the other; none when it cannot be changed
     * @param deletes  whether it is deleted in the end
     */
    public record Resource(String template, String path, List<String> changes, boolean deletes) {}

    /** Adds a resource that can be changed, and is deleted in the end. */
    public ConditionalWalk with(String template, Object id, String change, String other) {
        resources.add(new Resource(template, template.replace("{}", id.toString()), List.of(change, other), true));
        return this;
    }

    /** Adds one that can only be changed. */
    public ConditionalWalk changing(String template, Object id, String change, String other) {
        resources.add(new Resource(template, template.replace("{}", id.toString()), List.of(change, other), false));
        return this;
    }

    /** Adds one that can only be deleted. */
    public ConditionalWalk deleting(String template, Object id) {
        resources.add(new Resource(template, template.replace("{}", id.toString()), List.of(), true));
        return this;
    }

    /**
     * Walks them in their order, and demands that none of the contract is left out.
     *
     * @param caller signs a request in
     * @param exempt templates of resources that have versions of another kind
     */
    public void walk(Supplier<RequestSpecification> caller, String... exempt) {
        var walked = new TreeSet<>(List.of(exempt));
        resources.forEach(resource -> walked.add(resource.template()));
        assertThat(walked)
                .as("resources that can be changed or deleted")
                .isEqualTo(new TreeSet<>(Contract.ofModule().changeable()));
        for (var resource : resources) {
            var visit = new Visit(caller, resource);
            visit.changes();
            if (resource.deletes()) {
                visit.deletion();
            }
        }
    }

    private record Visit(Supplier<RequestSpecification> caller, Resource resource) {
        private Response read() {
            var read = caller.get().get(resource.path());
            assertThat(read.statusCode()).as(resource.path()).isEqualTo(200);
            assertThat(read.header("ETag")).as(resource.path()).matches("\"[\\w-]+\"");
            return read;
        }

        void changes() {
            var seen = read().header("ETag");
            caller.get()
                    .header("If-None-Match", seen)
                    .get(resource.path())
                    .then()
                    .statusCode(304)
                    .header("ETag", seen);
            if (resource.changes().isEmpty()) {
                return;
            }
            var changed = patch(seen, resource.changes().getFirst());
            assertThat(changed.statusCode()).as(resource.path()).isEqualTo(200);
            assertThat(changed.header("ETag")).as(resource.path()).isEqualTo(read().header("ETag"));
            refused(patch(seen, resource.changes().getLast()));
            refused(patch("W/" + read().header("ETag"), resource.changes().getLast()));
            assertThat(patch("*", resource.changes().getLast()).statusCode())
                    .as(resource.path())
                    .isEqualTo(200);
        }

        private Response patch(String tag, String body) {
            return caller.get().header("If-Match", tag).body(body).patch(resource.path());
        }

        /** The refusal shows the resource as it is. */
        private void refused(Response refusal) {
            var current = read();
            assertThat(refusal.statusCode()).as(resource.path()).isEqualTo(412);
            assertThat(refusal.header("ETag")).as(resource.path()).isEqualTo(current.header("ETag"));
            if (current.contentType().contains("json")) {
                assertThat(refusal.asString()).as(resource.path()).isEqualTo(current.asString());
            }
        }

        void deletion() {
            refused(caller.get().header("If-Match", "\"another\"").delete(resource.path()));
            caller.get()
                    .header("If-Match", read().header("ETag"))
                    .delete(resource.path())
                    .then()
                    .statusCode(204);
            caller.get().get(resource.path()).then().statusCode(404);
        }
    }
}
