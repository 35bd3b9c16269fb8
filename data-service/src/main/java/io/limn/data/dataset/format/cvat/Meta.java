package io.limn.data.dataset.format.cvat;

import io.limn.data.dataset.content.AttributeSpec;
import io.limn.data.dataset.content.Person;
import io.limn.data.dataset.content.SegmentFacts;
import io.limn.data.dataset.content.Subject;
import io.limn.data.dataset.content.TaskFacts;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.TreeSet;

/** Writes what a file says about the project, the task or the job that it is of. */
final class Meta {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

    private final XmlText xml;

    Meta(XmlText xml) {
        this.xml = xml;
    }

    void write(Subject subject) throws IOException {
        xml.leaf("version", "1.1");
        xml.open("meta");
        switch (subject.kind()) {
            case PROJECT -> project(subject);
            case TASK -> task(subject.tasks().getFirst(), subject);
            case JOB -> job(subject.tasks().getFirst(), subject);
        }
        xml.leaf("dumped", date(Instant.now()));
        if (subject.job() != null) {
            originalSize(subject.tasks().getFirst());
        }
        xml.close("meta");
    }

    private void project(Subject project) throws IOException {
        xml.open("project");
        xml.leaf("id", String.valueOf(project.id()));
        xml.leaf("name", project.name());
        xml.leaf("bugtracker", project.bugTracker());
        xml.leaf("created", date(project.created()));
        xml.leaf("updated", date(project.updated()));
        xml.open("tasks");
        for (var task : project.tasks()) {
            task(task, null);
        }
        xml.close("tasks");
        var subsets = new TreeSet<String>();
        project.tasks().forEach(task -> subsets.add(task.subset()));
        xml.leaf("subsets", String.join("\n", subsets));
        person("owner", project.owner());
        person("assignee", project.assignee());
        labels(project);
        xml.close("project");
    }

    private void task(TaskFacts task, Subject labelled) throws IOException {
        xml.open("task");
        xml.leaf("id", String.valueOf(task.id()));
        xml.leaf("name", task.name());
        xml.leaf("size", String.valueOf(task.size()));
        facts(task, task.startFrame(), task.stopFrame(), task.segments());
        person("owner", task.owner());
        person("assignee", task.assignee());
        if (labelled != null) {
            labels(labelled);
        }
        if (task.isVideo()) {
            originalSize(task);
            xml.leaf("source", task.source());
        }
        xml.close("task");
    }

    private void job(TaskFacts task, Subject subject) throws IOException {
        var job = subject.job();
        xml.open("job");
        xml.leaf("id", String.valueOf(job.id()));
        xml.leaf("size", String.valueOf(job.size()));
        var own = task.segments().stream()
                .filter(segment -> segment.id() == job.id())
                .toList();
        facts(task, task.startFrame() + job.start() * task.step(), task.startFrame() + job.stop() * task.step(), own);
        person("owner", task.owner());
        person("assignee", job.assignee());
        labels(subject);
        xml.close("job");
    }

    private void facts(TaskFacts task, int start, int stop, List<SegmentFacts> segments) throws IOException {
        xml.leaf("mode", task.mode());
        xml.leaf("overlap", String.valueOf(task.overlap()));
        xml.leaf("bugtracker", task.bugTracker());
        xml.leaf("created", date(task.created()));
        xml.leaf("updated", date(task.updated()));
        xml.leaf("subset", task.subset());
        xml.leaf("start_frame", String.valueOf(start));
        xml.leaf("stop_frame", String.valueOf(stop));
        xml.leaf("frame_filter", task.frameFilter());
        xml.open("segments");
        for (var segment : segments) {
            xml.open("segment");
            xml.leaf("id", String.valueOf(segment.id()));
            xml.leaf("start", String.valueOf(segment.start()));
            xml.leaf("stop", String.valueOf(segment.stop()));
            xml.leaf("url", segment.url());
            xml.close("segment");
        }
        xml.close("segments");
    }

    private void person(String name, Person person) throws IOException {
        if (person == null) {
            xml.leaf(name, "");
            return;
        }
        xml.open(name);
        xml.leaf("username", person.username());
        xml.leaf("email", person.email());
        xml.close(name);
    }

    private void labels(Subject subject) throws IOException {
        xml.open("labels");
        for (var label : subject.labels().all()) {
            xml.open("label");
            xml.leaf("name", label.name());
            xml.leaf("color", label.color());
            xml.leaf("type", label.type());
            xml.open("attributes");
            for (var spec : label.attributes()) {
                attribute(spec);
            }
            xml.close("attributes");
            if (label.isSkeleton()) {
                xml.leaf("svg", label.svg());
            }
            if (label.isPart()) {
                xml.leaf("parent", label.parent());
            }
            xml.close("label");
        }
        xml.close("labels");
    }

    private void attribute(AttributeSpec spec) throws IOException {
        xml.open("attribute");
        xml.leaf("name", spec.name());
        xml.leaf("mutable", spec.mutable() ? "True" : "False");
        xml.leaf("input_type", spec.inputType());
        xml.leaf("default_value", spec.defaultValue());
        xml.leaf("values", String.join("\n", spec.values()));
        xml.close("attribute");
    }

    private void originalSize(TaskFacts task) throws IOException {
        if (task.isVideo()) {
            xml.open("original_size");
            xml.leaf("width", String.valueOf(task.width()));
            xml.leaf("height", String.valueOf(task.height()));
            xml.close("original_size");
        }
    }

    private static String date(Instant time) {
        return (time.getNano() / 1000 == 0 ? SECONDS : MICROSECONDS).format(time.atOffset(ZoneOffset.UTC)) + "+00:00";
    }
}
