package io.limn.data.frame;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import io.limn.common.api.ApiException;
import io.limn.common.api.Timestamps;
import io.limn.common.api.conditional.Representations;
import io.limn.data.media.SourceIndex;
import io.limn.data.media.SourceIndex.Picture;
import io.limn.data.media.VideoIndex.Chapter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Writes the metadata of a task's or job's data; pictures are read in batches, so a long list needs no memory. */
@ApplicationScoped
class Metadata {
    private static final int BATCH = 2000;

    private final SourceIndex index;
    private final KnownMedia media;
    private final Representations representations;

    Metadata(SourceIndex index, KnownMedia media, Representations representations) {
        this.representations = representations;
        this.index = index;
        this.media = media;
    }

    /**
     * The answer that describes a plan's data. What can fail is looked up before the answer begins.
     *
     * @throws ApiException 404 without data
     */
    Response answer(FramePlan plan) {
        return Response.ok(of(plan)).build();
    }

    /** The same after a change, which shows deleted frames as they were sent: the tag is that of the sorted ones. */
    Response changed(FramePlan plan) {
        return Response.ok(body(plan, plan.deletedFrames()))
                .header(HttpHeaders.ETAG, representations.tag(of(plan)))
                .build();
    }

    /**
     * The body that describes a plan's data.
     *
     * @throws ApiException 404 without data
     */
    JsonSerializable of(FramePlan plan) {
        return body(plan, plan.deletedFrames().stream().sorted().toList());
    }

    private JsonSerializable body(FramePlan plan, List<Integer> deletedFrames) {
        Answers.requireData(plan);
        SourceIndex.Media source = Failures.worded(false, () -> media.get(plan.dataId()));
        return new JsonSerializable.Base() {
            @Override
            public void serialize(JsonGenerator json, SerializerProvider provider) throws IOException {
                write(plan, source, deletedFrames, json);
            }

            @Override
            public void serializeWithType(JsonGenerator json, SerializerProvider provider, TypeSerializer serializer)
                    throws IOException {
                write(plan, source, deletedFrames, json);
            }
        };
    }

    private void write(FramePlan plan, SourceIndex.Media source, List<Integer> deletedFrames, JsonGenerator json)
            throws IOException {
        int first = plan.absolute(plan.start());
        int last = Math.min(plan.stopFrame(), plan.absolute(plan.stop()));
        boolean job = plan.jobId() != null;
        json.writeStartObject();
        json.writeFieldName("chapters");
        if (plan.isVideo()) {
            writeChapters(source.video().chapters(), first, job ? last : Integer.MAX_VALUE, job, json);
        } else {
            json.writeNull();
        }
        if (plan.chunksUpdatedDate() == null) {
            json.writeNullField("chunks_updated_date");
        } else {
            json.writeStringField("chunks_updated_date", Timestamps.format(plan.chunksUpdatedDate()));
        }
        json.writeNumberField("chunk_size", plan.chunkSize());
        json.writeNumberField("size", job ? plan.ownFrames().size() : plan.size());
        json.writeNumberField("image_quality", plan.imageQuality());
        json.writeNumberField("start_frame", job ? first : plan.startFrame());
        json.writeNumberField("stop_frame", job ? last : plan.stopFrame());
        json.writeStringField("frame_filter", plan.frameFilter() == null ? "" : plan.frameFilter());
        json.writeArrayFieldStart("frames");
        if (plan.isVideo()) {
            writeFrame(
                    source.videoName(), source.video().width(), source.video().height(), 0, json);
        } else {
            writePictures(plan, json);
        }
        json.writeEndArray();
        writeNumbers("deleted_frames", deletedFrames, json);
        writeNumbers("included_frames", plan.includedFrames(), json);
        json.writeStringField("storage", plan.storage());
        json.writeObjectField("cloud_storage_id", plan.cloudStorageId());
        json.writeEndObject();
    }

    private static void writeChapters(List<Chapter> chapters, int first, int last, boolean job, JsonGenerator json)
            throws IOException {
        json.writeStartArray();
        for (Chapter chapter : chapters) {
            if (job && (chapter.start() < first || chapter.start() > last)) {
                continue;
            }
            json.writeStartObject();
            json.writeNumberField("id", chapter.id());
            json.writeNumberField("start", chapter.start());
            json.writeNumberField("stop", chapter.stop());
            json.writeObjectFieldStart("metadata");
            if (chapter.title() != null) {
                json.writeStringField("title", chapter.title());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writePictures(FramePlan plan, JsonGenerator json) throws IOException {
        List<Integer> positions = new ArrayList<>();
        for (int from = plan.start(); from <= plan.stop(); from += BATCH) {
            positions.clear();
            int to = Math.min(plan.stop(), from + BATCH - 1);
            for (int frame = from; frame <= to; frame++) {
                positions.add(plan.source(frame));
            }
            Map<Integer, Picture> pictures = index.pictures(plan.dataId(), positions);
            for (int frame = from; frame <= to; frame++) {
                writePicture(pictures.get(plan.source(frame)), plan.owns(frame), json);
            }
        }
    }

    private static void writePicture(Picture picture, boolean owned, JsonGenerator json) throws IOException {
        if (picture == null) {
            throw new IOException("A source picture is missing");
        }
        String name = owned ? picture.name() : "placeholder.jpg";
        int related = owned ? picture.related().size() : 0;
        writeFrame(name, picture.width(), picture.height(), related, json);
    }

    private static void writeFrame(String name, int width, int height, int related, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        json.writeNumberField("width", width);
        json.writeNumberField("height", height);
        json.writeStringField("name", name);
        json.writeNumberField("related_files", related);
        json.writeBooleanField("has_related_context", related > 0);
        json.writeEndObject();
    }

    private static void writeNumbers(String name, Collection<Integer> numbers, JsonGenerator json) throws IOException {
        json.writeFieldName(name);
        if (numbers == null) {
            json.writeNull();
            return;
        }
        json.writeStartArray();
        for (int number : numbers) {
            json.writeNumber(number);
        }
        json.writeEndArray();
    }
}
