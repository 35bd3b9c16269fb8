package io.limn.task.annotation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.limn.common.api.ApiException;
import io.limn.common.api.Bodies;
import io.limn.common.api.Input;
import io.limn.common.api.Python;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the body of a save object by object, so that only the annotations themselves are held, never the whole
 * document as a tree.
 */
final class BodyReader {
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(50)
                            .maxStringLength(1 << 20)
                            .build())
                    .build())
            .build();

    private final ObjectReader reader;
    private final QuickReader quick;
    private final Map<String, Object> faults = new LinkedHashMap<>();
    private final Map<Kind, List<Annotation>> lists = new EnumMap<>(Kind.class);
    private RetainingInput retained;

    BodyReader(IdRule ids) {
        reader = new ObjectReader(ids);
        quick = new QuickReader(ids);
        for (var kind : Kind.values()) {
            lists.put(kind, new ArrayList<>());
        }
    }

    /**
     * The annotations of a body; an empty body has none.
     *
     * @throws ApiException 400 with the faults at their positions, or when it is no JSON
     */
    LabeledData read(InputStream body) {
        retained = new RetainingInput(body == null ? InputStream.nullInputStream() : body);
        try (JsonParser json = JSON.createParser(retained)) {
            var first = json.nextToken();
            if (first == JsonToken.START_OBJECT) {
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    member(json);
                }
                if (json.nextToken() != null) {
                    throw ApiException.detail(400, "JSON parse error - Extra data");
                }
            } else if (first != null) {
                Bodies.object((JsonNode) json.readValueAsTree());
            }
        } catch (JsonProcessingException malformed) {
            throw ApiException.detail(400, "JSON parse error - " + malformed.getOriginalMessage());
        } catch (IOException broken) {
            throw ApiException.detail(400, "The body could not be read");
        }
        if (!faults.isEmpty()) {
            throw ObjectReader.refusal(faults);
        }
        return new LabeledData(lists.get(Kind.TAG), lists.get(Kind.SHAPE), lists.get(Kind.TRACK));
    }

    private void member(JsonParser json) throws IOException {
        var name = json.currentName();
        json.nextToken();
        switch (name) {
            case "tags" -> list(Kind.TAG, name, json);
            case "shapes" -> list(Kind.SHAPE, name, json);
            case "tracks" -> list(Kind.TRACK, name, json);
            case "version" -> version(json.readValueAsTree());
            default -> json.skipChildren();
        }
    }

    private void version(JsonNode value) {
        var body = Bodies.object(JSON.createObjectNode().set("version", value));
        body.integer("version").nullable().value();
        if (!body.errors().isEmpty()) {
            faults.putAll(body.errors().toBody());
        }
    }

    private void list(Kind kind, String name, JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            faults.put(name, List.of("This field may not be null."));
            return;
        }
        if (json.currentToken() != JsonToken.START_ARRAY) {
            JsonNode value = json.readValueAsTree();
            faults.put(
                    name,
                    Map.of(
                            "non_field_errors",
                            List.of("Expected a list of items but got type \"" + Python.type(value) + "\".")));
            return;
        }
        var items = new PositionedFaults();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            var item = json.currentToken() == JsonToken.START_OBJECT
                    ? quick(kind, json)
                    : json.<JsonNode>readValueAsTree();
            items.next(item == null ? Map.of() : item(kind, item));
        }
        if (items.any) {
            faults.put(name, items.all);
        }
    }

    /** Reads an object quickly; when that is not possible, gives it back as a tree. */
    private JsonNode quick(Kind kind, JsonParser json) throws IOException {
        long start = json.currentTokenLocation().getByteOffset();
        if (start < 0) {
            return json.readValueAsTree();
        }
        retained.keepFrom(start);
        var list = json.getParsingContext().getParent();
        var annotation = quick.read(kind, json);
        if (annotation != null) {
            lists.get(kind).add(annotation);
            return null;
        }
        while (json.currentToken() != JsonToken.END_OBJECT || json.getParsingContext() != list) {
            if (json.nextToken() == null) {
                throw new JsonEOFException(json, null, "Unexpected end-of-input within an object");
            }
        }
        return JSON.readTree(retained.between(start, json.currentLocation().getByteOffset()));
    }

    private Object item(Kind kind, JsonNode item) {
        if (item.isNull()) {
            return List.of("This field may not be null.");
        }
        if (!item.isObject()) {
            return Map.of(
                    "non_field_errors",
                    List.of("Invalid data. Expected a dictionary, but got " + Python.type(item) + "."));
        }
        Input object = Bodies.object(item);
        lists.get(kind).add(reader.read(kind, object));
        return object.errors().toBody();
    }

    /** Faults by position; kept only from the first fault on, so that a faultless list costs nothing. */
    private static final class PositionedFaults {
        private List<Object> all = List.of();
        private boolean any;
        private int count;

        void next(Object fault) {
            boolean none = fault instanceof Map<?, ?> map && map.isEmpty();
            if (!none && !any) {
                any = true;
                all = new ArrayList<>(java.util.Collections.nCopies(count, Map.of()));
            }
            if (any) {
                all.add(fault);
            }
            count++;
        }
    }
}
