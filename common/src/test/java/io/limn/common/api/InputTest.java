package io.limn.common.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InputTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void takesNumbersAsTextAndTrimsIt() {
        var input = input("{\"name\": 12.5, \"subset\": \"  Train \"}");

        assertThat(input.text("name").value()).isEqualTo("12.5");
        assertThat(input.text("subset").value()).isEqualTo("Train");
        input.check();
    }

    @Test
    void takesNumericTextsAndWholeFloatsAsIntegers() {
        var input = input("{\"a\": \"3\", \"b\": 3.0, \"c\": 3.5, \"d\": true, \"e\": [1]}");

        assertThat(input.integer("a").value()).isEqualTo(3);
        assertThat(input.integer("b").value()).isEqualTo(3);
        assertThat(input.integer("c").value()).isNull();
        input.integer("d").value();
        input.integer("e").value();
        assertThat(input.errors().toBody())
                .containsOnlyKeys("c", "d", "e")
                .containsValue(List.of("A valid integer is required."));
    }

    @Test
    void takesWordsAsBooleans() {
        var input = input("{\"a\": \"Yes\", \"b\": 0, \"c\": \"off\", \"d\": \"perhaps\"}");

        assertThat(input.bool("a").value()).isTrue();
        assertThat(input.bool("b").value()).isFalse();
        assertThat(input.bool("c").value()).isFalse();
        input.bool("d").value();
        assertThat(input.errors().toBody()).isEqualTo(Map.of("d", List.of("Must be a valid boolean.")));
    }

    @Test
    void statesEachLimitWithItsText() {
        var input = input("{\"long\": \"abc\", \"blank\": \" \", \"null\": null, \"low\": -1, \"kind\": \"x\"}");

        input.text("long").most(2).value();
        input.text("blank").value();
        input.text("null").value();
        input.text("missing").required().value();
        input.integer("low").range(0, 5).value();
        input.choice("kind", Set.of("y")).value();

        assertThat(input.errors().toBody())
                .isEqualTo(Map.of(
                        "long", List.of("Ensure this field has no more than 2 characters."),
                        "blank", List.of("This field may not be blank."),
                        "null", List.of("This field may not be null."),
                        "missing", List.of("This field is required."),
                        "low", List.of("Ensure this value is greater than or equal to 0."),
                        "kind", List.of("\"x\" is not a valid choice.")));
        assertThatThrownBy(input::check).isInstanceOf(ApiException.class);
    }

    @Test
    void keepsThePlaceOfFaultsInLists() {
        var input = input("{\"labels\": [{\"name\": \"car\"}, {}, null]}");

        for (var label : input.objects("labels").value()) {
            label.text("name").required().value();
        }

        assertThat(input.errors().toBody())
                .isEqualTo(Map.of(
                        "labels",
                        List.of(
                                Map.of(),
                                Map.of("name", List.of("This field is required.")),
                                List.of("This field may not be null."))));
    }

    private static Input input(String json) {
        try {
            return Bodies.object(JSON.readTree(json));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
