package io.limn.standalone.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/** A rectangle in the API's form, with every member that a client of the API sends. A shape of a track has no label of its own. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record Rectangle(
        String type,
        int frame,
        Integer labelId,
        List<Double> points,
        Integer group,
        String source,
        boolean occluded,
        boolean outside,
        int zOrder,
        int rotation,
        List<Object> attributes) {

    static Rectangle shape(int frame, int label, SceneObject object) {
        return new Rectangle("rectangle", frame, label, object.points(), 0, "manual", false, false, 0, 0, List.of());
    }

    static Rectangle keyFrame(int frame, SceneObject object, boolean outside) {
        return new Rectangle("rectangle", frame, null, object.points(), null, null, false, outside, 0, 0, List.of());
    }
}
