package io.limn.common.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/** Between events and their bytes. Its mapper is its own: the form of the envelope depends on no application's settings. */
final class EventCodec {
    /** Header that names the event; the only name that a deletion has, because its value is empty. */
    static final String ID = "ce_id";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private EventCodec() {}

    static byte[] write(Event event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("The event cannot be written as JSON", impossible);
        }
    }

    /**
     * The event of a record.
     *
     * @throws UnprocessableEventException when the bytes are no event
     */
    static Event read(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            return deletion(message);
        }
        try {
            var event = JSON.readValue(message.value(), Event.class);
            if (event == null) {
                throw new UnprocessableEventException("The record is no event: it is empty");
            }
            return event;
        } catch (IOException | NullPointerException undecodable) {
            throw new UnprocessableEventException("The record is no event: " + undecodable.getMessage(), undecodable);
        }
    }

    private static Event deletion(ConsumerRecord<String, byte[]> message) {
        var id = header(message.headers(), ID)
                .orElseGet(() -> message.topic() + "-" + message.partition() + "-" + message.offset());
        return new Event(
                "1.0",
                id,
                null,
                Event.stateType(message.topic()),
                message.key(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static Optional<String> header(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }
}
