package io.limn.data.dataset.remote;

import io.limn.data.dataset.content.JobFacts;
import io.limn.data.dataset.content.Joint;
import io.limn.data.dataset.content.Label;
import io.limn.data.dataset.content.Labels;
import io.limn.data.dataset.content.Person;
import io.limn.data.dataset.content.SegmentFacts;
import io.limn.data.dataset.content.Subject;
import io.limn.data.dataset.content.TaskFacts;
import io.limn.data.media.SourceIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Turns what task-service tells into what formats are given. */
public final class Subjects {
    private static final Pattern CIRCLE = Pattern.compile("<circle[^>]*>");
    private static final Pattern LINE = Pattern.compile("<line[^>]*>");

    private Subjects() {}

    /** The labels in the order of their ids, points of skeletons among them. */
    public static Labels labels(Facts facts) {
        var names = new HashMap<Long, String>();
        facts.labels().forEach(label -> names.put(label.id(), label.name()));
        return new Labels(
                facts.labels().stream().map(label -> label(label, names)).toList());
    }

    private static Label label(Facts.LabelFacts label, Map<Long, String> names) {
        var svg = label.svg() == null ? "" : label.svg();
        var points = new ArrayList<String>();
        var numbers = new HashMap<String, Integer>();
        var named = svg;
        for (var circle = CIRCLE.matcher(svg); circle.find(); ) {
            var name = attribute(circle.group(), "data-label-name");
            var id = attribute(circle.group(), "data-label-id");
            if (name == null && id != null && id.matches("\\d{1,18}")) {
                name = names.get(Long.valueOf(id));
                named = named.replace("data-label-id=\"" + id + "\"", "data-label-name=\"" + name + "\"");
            }
            points.add(name == null ? "" : name);
            numbers.put(attribute(circle.group(), "data-node-id"), points.size());
        }
        var joints = new ArrayList<Joint>();
        for (var line = LINE.matcher(svg); line.find(); ) {
            var from = numbers.get(attribute(line.group(), "data-node-from"));
            var to = numbers.get(attribute(line.group(), "data-node-to"));
            if (from != null && to != null) {
                joints.add(new Joint(from, to));
            }
        }
        return new Label(
                label.id(),
                label.name(),
                label.color(),
                label.type(),
                label.parentId() == null ? "" : names.getOrDefault(label.parentId(), ""),
                label.attributes(),
                named,
                points,
                joints);
    }

    private static String attribute(String element, String name) {
        int start = element.indexOf(name + "=\"");
        int end = start < 0 ? -1 : element.indexOf('"', start + name.length() + 2);
        return end < 0 ? null : element.substring(start + name.length() + 2, end);
    }

    /**
     * All that formats are told.
     *
     * @param origin public address of the server, for links
     * @param index  tells names and sizes of videos
     */
    public static Subject of(Facts facts, Map<Long, Person> people, String origin, SourceIndex index) {
        var tasks = new ArrayList<TaskFacts>();
        var offsets = new HashMap<String, Integer>();
        boolean project = facts.kind().equals("project");
        for (var task : facts.tasks()) {
            var subset = task.subset().isEmpty() ? unnamed(facts.tasks()) : task.subset();
            int offset = project ? offsets.getOrDefault(subset, 0) : 0;
            offsets.merge(subset, task.size(), Integer::sum);
            tasks.add(task(task, subset, offset, people, origin, index));
        }
        var job = facts.job();
        return new Subject(
                Subject.Kind.valueOf(facts.kind().toUpperCase(Locale.ROOT)),
                facts.id(),
                facts.name(),
                facts.bugTracker(),
                facts.createdDate(),
                facts.updatedDate(),
                people.get(facts.ownerId()),
                people.get(facts.assigneeId()),
                labels(facts),
                tasks,
                job == null
                        ? null
                        : new JobFacts(
                                job.id(), job.startFrame(), job.stopFrame(), size(job), people.get(job.assigneeId())));
    }

    private static int size(Facts.Job job) {
        return job.includedFrames() == null ? job.stopFrame() - job.startFrame() + 1 : job.includedFrames().length;
    }

    /** The name of the subset of tasks without one; another when a task has chosen it. */
    private static String unnamed(List<Facts.Task> tasks) {
        var name = "default";
        for (int number = 1; tasks.size() > 1 && taken(tasks, name); number++) {
            name = "default_" + number;
        }
        return name;
    }

    private static boolean taken(List<Facts.Task> tasks, String name) {
        return tasks.stream().anyMatch(task -> task.subset().equals(name));
    }

    private static TaskFacts task(
            Facts.Task task, String subset, int offset, Map<Long, Person> people, String origin, SourceIndex index) {
        var media = task.dataId() == null ? null : index.find(task.dataId()).orElse(null);
        var video = media == null ? null : media.video();
        return new TaskFacts(
                task.id(),
                task.name(),
                subset,
                task.mode(),
                task.dimension(),
                task.size(),
                task.overlap(),
                task.bugTracker(),
                task.createdDate(),
                task.updatedDate(),
                task.startFrame(),
                task.stopFrame(),
                task.frameFilter() == null ? "" : task.frameFilter(),
                task.step(),
                task.segments().stream()
                        .map(segment -> new SegmentFacts(
                                segment.jobId(),
                                segment.startFrame(),
                                segment.stopFrame(),
                                origin + "/api/jobs/" + segment.jobId()))
                        .toList(),
                people.get(task.ownerId()),
                people.get(task.assigneeId()),
                media == null ? null : media.videoName(),
                video == null ? 0 : video.width(),
                video == null ? 0 : video.height(),
                offset);
    }
}
