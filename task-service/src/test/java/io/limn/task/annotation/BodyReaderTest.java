package io.limn.task.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.common.api.ApiException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BodyReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void readsEveryMemberOfAShape() {
        var data = read(IdRule.ABSENT, """
                {"version": 3, "tracks": [], "tags": [], "unknown": {"a": [1]},
                 "shapes": [{"type": "rectangle", "frame": "1", "label_id": 7, "points": [1, 2.5, 9, 8], "rotation": "90",
                             "occluded": "yes", "z_order": "4", "group": "3", "source": "file",
                             "attributes": [{"spec_id": 5, "value": 7}, {"spec_id": 5, "value": true}]}]}
                """);

        var shape = data.shapes().getFirst();
        assertThat(shape.frame()).isEqualTo(1);
        assertThat(shape.group()).isEqualTo(3);
        assertThat(shape.source()).isEqualTo("file");
        assertThat(shape.geometry()).isEqualTo(new Geometry(ShapeType.RECTANGLE, true, false, 4, 90.0, "[1,2.5,9,8]"));
        assertThat(shape.attributes()).containsExactly(new Attribute(5, "true"));
    }

    @Test
    void keepsThePlaceOfEachFault() {
        assertThat(refused(IdRule.ABSENT, """
                {"shapes": [{"type": "rectangle", "frame": 0, "label_id": 1, "points": [1, 2, 9, 8]},
                            {"type": "rectangle", "frame": 0, "label_id": 1, "points": [1, 2, 3]}]}
                """)).isEqualTo("""
                {"shapes":[{},{"points":["invalid length for shape type 'rectangle'"]}]}""");
        assertThat(refused(IdRule.ABSENT, """
                {"tracks": [{"frame": 0, "label_id": 1, "shapes": [{"type": "rectangle", "frame": 0, "points": [0, 1, 5, 6]},
                                                                   {"type": "rectangle", "frame": 1, "points": [1, 2]}]}]}
                """)).isEqualTo("""
                {"tracks":[{"shapes":[{},{"points":["invalid length for shape type 'rectangle'"]}]}]}""");
    }

    @Test
    void demandsNumbersAsPoints() {
        var fault = "[ErrorDetail(string='Value must be a float or an integer', code='invalid')]";
        assertThat(refused(IdRule.ABSENT, """
                {"shapes": [{"type": "rectangle", "frame": 0, "label_id": 1, "points": [1, "2", true, null]}]}
                """))
                .isEqualTo(
                        "{\"shapes\":[{\"points\":{\"1\":\"%1$s\",\"2\":\"%1$s\",\"3\":\"%1$s\"}}]}".formatted(fault));
    }

    @Test
    void saysWhatIsNoListAndNoObject() {
        assertThat(refused(IdRule.ABSENT, "{\"tags\": {}, \"shapes\": null, \"tracks\": [null, 1]}"))
                .isEqualTo("""
                {"tags":{"non_field_errors":["Expected a list of items but got type \\"dict\\"."]},\
                "shapes":["This field may not be null."],\
                "tracks":[["This field may not be null."],{"non_field_errors":["Invalid data. Expected a dictionary, but got int."]}]}""");
    }

    @Test
    void demandsElementsOfSkeletonsAlone() {
        assertThat(refused(IdRule.ABSENT, """
                {"shapes": [{"type": "skeleton", "frame": 0, "label_id": 1, "elements": []},
                            {"type": "points", "frame": 0, "label_id": 1, "points": [1, 2],
                             "elements": [{"type": "points", "frame": 0, "label_id": 2, "points": [1, 2]}]}]}
                """)).isEqualTo("""
                {"shapes":[{"elements":["at least one required for skeleton shape"]},\
                {"elements":["not allowed for non-skeleton shape"]}]}""");
    }

    @Test
    void holdsIdsToTheRuleOfTheAct() {
        var shape =
                "{\"shapes\": [{\"type\": \"rectangle\", \"frame\": 0, \"label_id\": 1, \"points\": [1, 2, 9, 8]%s}]}";
        assertThat(refused(IdRule.ABSENT, shape.formatted(", \"id\": 5")))
                .isEqualTo("{\"shapes\":[{\"id\":[\"must be absent\"]}]}");
        assertThat(refused(IdRule.PRESENT, shape.formatted("")))
                .isEqualTo("{\"shapes\":[{\"id\":[\"must be present and not null\"]}]}");
        assertThat(read(IdRule.ANY, shape.formatted(", \"id\": null")).shapes()).hasSize(1);
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThat(refused(IdRule.ABSENT, "{\"shapes\": [")).startsWith("{\"detail\":\"JSON parse error - ");
        assertThat(refused(IdRule.ABSENT, "[]"))
                .isEqualTo("{\"non_field_errors\":[\"Invalid data. Expected a dictionary, but got list.\"]}");
    }

    private static LabeledData read(IdRule ids, String body) {
        return new BodyReader(ids).read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String refused(IdRule ids, String body) {
        var refusal = catchThrowableOfType(ApiException.class, () -> read(ids, body));
        assertThat(refusal.status()).isEqualTo(400);
        try {
            return JSON.writeValueAsString(refusal.body());
        } catch (java.io.IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }
}
