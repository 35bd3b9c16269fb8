package io.limn.data.dataset.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.data.dataset.archive.ImportArchive;
import io.limn.data.dataset.format.DatasetException;
import java.io.IOException;
import java.io.InputStream;

/** A JSON file that is gone through without being held, as often as needed. */
public final class JsonFile {
    private static final int DEEPEST = 100;
    private static final int LONGEST = 100_000_000;
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST)
                    .build())
            .build());

    private final String name;
    private final Opening opening;

    private JsonFile(String name, Opening opening) {
        this.name = name;
        this.opening = opening;
    }

    /** A file of an archive. */
    public static JsonFile of(ImportArchive archive, String name) {
        return new JsonFile(name, () -> archive.open(name));
    }

    /** A file that was sent by itself. */
    public static JsonFile bare(ImportArchive file) {
        return new JsonFile(file.fileName(), file::open);
    }

    private interface Opening {
        InputStream open() throws IOException;
    }

    /** Takes the members of an object or the entries of a list. */
    @FunctionalInterface
    public interface Members {
        /**
         * Takes one. The parser stands at its value, which is to be read to its end or left alone.
         *
         * @param key name of a member, or number of an entry from 0
         */
        void take(String key, JsonParser json) throws IOException;
    }

    /** Its name, by which messages tell of it. */
    public String name() {
        return name;
    }

    /**
     * Goes through the members of the object that the file is.
     *
     * @throws DatasetException when it is none; the text names file and line
     */
    public void read(Members members) throws IOException {
        try (var in = opening.open();
                var json = MAPPER.createParser(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw DatasetException.malformed(name, "line 1", "an object is expected");
            }
            inner(json, members);
            if (json.nextToken() != null) {
                throw DatasetException.malformed(
                        name, "line " + json.currentLocation().getLineNr(), "something follows its end");
            }
        } catch (JsonProcessingException broken) {
            throw DatasetException.malformed(
                    name,
                    "line " + broken.getLocation().getLineNr(),
                    "the JSON is broken: " + broken.getOriginalMessage());
        }
    }

    /** Goes through the members of an object or the entries of a list that the parser stands at; else does nothing. */
    public static void inner(JsonParser json, Members members) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var key = json.currentName();
                json.nextToken();
                take(key, json, members);
            }
        } else if (json.currentToken() == JsonToken.START_ARRAY) {
            for (int number = 0; json.nextToken() != JsonToken.END_ARRAY; number++) {
                take(Integer.toString(number), json, members);
            }
        }
    }

    private static void take(String key, JsonParser json, Members members) throws IOException {
        var begin = json.currentToken();
        var context = json.getParsingContext();
        members.take(key, json);
        if (begin.isStructStart() && json.currentToken() == begin && json.getParsingContext() == context) {
            json.skipChildren();
        }
    }

    /** The value that the parser stands at, whole. */
    public static JsonNode tree(JsonParser json) throws IOException {
        return MAPPER.readTree(json);
    }
}
