package io.limn.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Objects;

/**
 * Something that happened, in the structured JSON form of CloudEvents 1.0. Unknown attributes are ignored, so that an
 * event of a later release can be read.
 *
 * @param specversion     always {@code 1.0}
 * @param id              unique among all events; a consumer applies an id once
 * @param source          name of the service that says so
 * @param type            what happened, in the past tense: {@code task.deleted}
 * @param subject         the key: order is kept among events of the same topic and key
 * @param time            when it was written, RFC 3339
 * @param datacontenttype always {@code application/json}
 * @param data            the facts; JSON null for the end of a state (see {@link #isDeletion()})
 * @param actor           user who caused it, {@code null} when none did
 * @param organization    workspace of the request that caused it, {@code null} for none
 * @param requestid       id of that request
 * @param origin          public address of that request, for absolute links
 * @param traceparent     trace context of W3C
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Event(
        String specversion,
        String id,
        String source,
        String type,
        String subject,
        String time,
        String datacontenttype,
        JsonNode data,
        Long actor,
        Long organization,
        String requestid,
        String origin,
        String traceparent) {

    /** Media type of the form in which events travel. */
    public static final String MEDIA_TYPE = "application/cloudevents+json";

    /** Most bytes of an event; larger facts belong into a blob whose key the event carries. */
    public static final int MAX_BYTES = 64 * 1024;

    public Event {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(type, "type");
        data = data == null || data instanceof MissingNode ? NullNode.getInstance() : data;
    }

    /** Whether a compacted topic says that the thing of this key is gone. */
    @JsonIgnore
    public boolean isDeletion() {
        return data.isNull();
    }

    /** Who and what caused it. */
    public Provenance provenance() {
        return new Provenance(actor, organization, requestid, origin, traceparent);
    }

    /** Type of the events of a compacted topic: {@code users.state} for {@code limn.users}. */
    public static String stateType(String topic) {
        return topic.substring(topic.indexOf('.') + 1) + ".state";
    }
}
