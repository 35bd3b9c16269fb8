package io.limn.task.label;

import io.limn.common.api.ApiException;
import io.limn.common.api.conditional.Precondition;
import io.limn.task.access.Announcements;
import io.limn.task.access.ProjectAccess;
import io.limn.task.access.TaskAccess;
import io.limn.task.access.Touch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Reads and changes single labels; their owner's rules and dates hold for them. */
@ApplicationScoped
class Labels {
    private final LabelCatalog catalog;
    private final LabelWriter writer;
    private final ProjectAccess projects;
    private final TaskAccess tasks;
    private final Touch touch;
    private final Announcements announcements;
    private final Precondition precondition;

    Labels(
            LabelCatalog catalog,
            LabelWriter writer,
            ProjectAccess projects,
            TaskAccess tasks,
            Touch touch,
            Announcements announcements,
            Precondition precondition) {
        this.catalog = catalog;
        this.writer = writer;
        this.projects = projects;
        this.tasks = tasks;
        this.touch = touch;
        this.announcements = announcements;
        this.precondition = precondition;
    }

    /**
     * A label whose owner the caller may use.
     *
     * @throws ApiException 404 when there is none, 403 when he may not
     */
    Label require(long id, String scope) {
        var label = catalog.withParts(List.of(id)).stream()
                .filter(candidate -> candidate.id() == id && exists(candidate.owner()))
                .findFirst()
                .orElseThrow(() -> ApiException.notFound("Label"));
        var owner = label.owner();
        if (owner.projectId() == null) {
            tasks.require(owner.taskId(), scope);
        } else {
            projects.require(owner.projectId(), scope);
        }
        return label;
    }

    private boolean exists(LabelOwner owner) {
        return owner.projectId() == null
                ? tasks.find(owner.taskId()).isPresent()
                : projects.find(owner.projectId()).isPresent();
    }

    @Transactional
    void update(Label label, LabelChange change) {
        requireVersion(label);
        writer.apply(label.owner(), List.of(change.of(label.id())));
        touch(label.owner());
    }

    @Transactional
    void delete(Label label) {
        requireVersion(label);
        writer.apply(
                label.owner(),
                List.of(new LabelChange(label.id(), null, null, null, List.of(), List.of(), null, true)));
        touch(label.owner());
    }

    private void requireVersion(Label label) {
        writer.lock(label.owner());
        precondition.require(() -> view(label.id()));
    }

    /** A label as the API shows it. */
    LabelView view(long id) {
        var all = catalog.withParts(List.of(id));
        return all.stream()
                .filter(label -> label.id() == id)
                .findFirst()
                .map(label -> LabelView.of(label, all))
                .orElseThrow(() -> ApiException.notFound("Label"));
    }

    private void touch(LabelOwner owner) {
        if (owner.projectId() == null) {
            touch.labelsOfTask(owner.taskId());
            announcements.taskTouched(owner.taskId());
        } else {
            touch.labelsOfProject(owner.projectId());
            announcements.project("updated", owner.projectId(), null, null);
        }
    }
}
