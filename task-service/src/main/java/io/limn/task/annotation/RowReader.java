package io.limn.task.annotation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.common.api.Bodies;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns rows into annotations. Most objects of a job share a few sets of attribute values, so these are parsed once:
 * equal texts give the same list.
 */
final class RowReader {
    /** The columns that it reads, in this order. */
    static final String COLUMNS =
            "id, kind, frame, label_id, group_id, source, type, occluded, outside, z_order, rotation, points, attributes, parts";

    private static final ObjectMapper TREES = new ObjectMapper();
    private static final int REMEMBERED = 2000;

    private final QuickReader quick = new QuickReader(IdRule.ANY);
    private final Map<String, List<Attribute>> known = new HashMap<>();

    Annotation read(ResultSet row) throws SQLException, IOException {
        var kind = Kind.at(row.getInt(2));
        int group = row.getInt(5);
        var boxedGroup = row.wasNull() ? null : Integer.valueOf(group);
        var annotation = new Annotation(
                kind,
                row.getLong(1),
                row.getInt(3),
                row.getLong(4),
                boxedGroup,
                row.getString(6),
                attributes(row.getString(13)),
                kind == Kind.SHAPE ? geometry(row) : null,
                null,
                null);
        var parts = row.getString(14);
        return parts == null ? annotation : withParts(annotation, parts);
    }

    private static Geometry geometry(ResultSet row) throws SQLException {
        return new Geometry(
                ShapeType.at(row.getInt(7)),
                row.getBoolean(8),
                row.getBoolean(9),
                row.getInt(10),
                row.getDouble(11),
                row.getString(12));
    }

    private List<Attribute> attributes(String stored) throws IOException {
        if (stored == null) {
            return List.of();
        }
        var attributes = known.get(stored);
        if (attributes == null) {
            attributes = StoredText.attributes(stored);
            if (known.size() < REMEMBERED) {
                known.put(stored, attributes);
            }
        }
        return attributes;
    }

    private Annotation withParts(Annotation annotation, String parts) throws IOException {
        var read = quick.parts(annotation, parts);
        if (read != null) {
            return read;
        }
        var tree = TREES.readTree(parts);
        boolean track = annotation.kind() == Kind.TRACK;
        var elements = new ArrayList<Annotation>();
        tree.path("elements").forEach(element -> elements.add(ObjectReader.stored(annotation.kind(), element)));
        return annotation.withParts(
                annotation.frame(), track ? ObjectReader.storedKeyframes(Bodies.object(tree)) : null, elements);
    }
}
