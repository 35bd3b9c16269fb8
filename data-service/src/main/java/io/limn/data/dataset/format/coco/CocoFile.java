package io.limn.data.dataset.format.coco;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.data.dataset.format.DatasetException;
import java.io.IOException;
import java.io.InputStream;

/** Goes through the lists of a COCO file without holding them. */
final class CocoFile {
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxStringLength(100_000_000)
                    .build())
            .build());

    private final String name;
    private final Opening opening;

    /**
     * A file.
     *
     * @param name    as messages name it
     * @param opening opens it, as often as it is gone through
     */
    CocoFile(String name, Opening opening) {
        this.name = name;
        this.opening = opening;
    }

    /** Opens a file. */
    interface Opening {
        /** Its bytes, closed by the taker. */
        InputStream open() throws IOException;
    }

    /** Takes the entries of a list. */
    interface Entries {
        /** An entry of a list of this name, and its place from 0. */
        void take(String list, int place, JsonNode entry) throws IOException;
    }

    String name() {
        return name;
    }

    /** Hands over the entries of some lists, in the order of the file; other content is passed over. */
    void read(java.util.Set<String> lists, Entries entries) throws IOException {
        try (var in = opening.open();
                var json = MAPPER.createParser(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw DatasetException.malformed(name, "", "an object is expected");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var list = json.currentName();
                var token = json.nextToken();
                if (lists.contains(list) && token == JsonToken.START_ARRAY) {
                    list(json, list, entries);
                } else {
                    json.skipChildren();
                }
            }
        } catch (JsonProcessingException broken) {
            throw DatasetException.malformed(
                    name,
                    "line " + broken.getLocation().getLineNr(),
                    "the JSON is broken: " + broken.getOriginalMessage());
        }
    }

    private void list(JsonParser json, String list, Entries entries) throws IOException {
        for (int place = 0; json.nextToken() != JsonToken.END_ARRAY; place++) {
            if (json.currentToken() == null) {
                throw DatasetException.malformed(name, list, "the list does not end");
            }
            entries.take(list, place, MAPPER.readTree(json));
        }
    }
}
