package io.limn.common.api.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.limn.common.api.ApiException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonLogicTest {
    private static final ListSpec TASKS = ListSpec.from("task t")
            .id("t.id")
            .text("name", "t.name")
            .field("updated_date", "t.updated_date", Field.Type.TIMESTAMP);

    @Test
    void comparesWithParametersOnly() {
        var sql =
                compile("{\"and\":[{\"==\":[{\"var\":\"name\"},\"x' OR 1=1\"]},{\"<=\":[1,{\"var\":\"id\"},\"9\"]}]}");

        assertThat(sql.text()).isEqualTo("(t.name = ? AND t.id BETWEEN ? AND ?)");
        assertThat(sql.parameters()).containsExactly("x' OR 1=1", new BigDecimal(1), new BigDecimal(9));
    }

    @Test
    void negationTakesWhatIsUnknown() {
        assertThat(compile("{\"!\":{\"==\":[{\"var\":\"name\"},\"a\"]}}").text())
                .isEqualTo("NOT COALESCE(t.name = ?, FALSE)");
    }

    @Test
    void inequalityTakesWhatIsUnknownWhereItIsAnOperation() {
        var sql = new JsonLogic(TASKS.fields(), true).compile("{\"!=\":[{\"var\":\"name\"},\"a\"]}");
        assertThat(sql.text()).isEqualTo("NOT COALESCE(t.name = ?, FALSE)");
    }

    @Test
    void findsSubstringsAndMembers() {
        assertThat(compile("{\"in\":[\"ca\",{\"var\":\"name\"}]}").text()).contains("POSITION(? IN");
        assertThat(compile("{\"in\":[{\"var\":\"id\"},[1,2]]}").text()).isEqualTo("t.id IN (?, ?)");
        assertThat(compile("{\"==\":[{\"var\":\"name\"},null]}").text()).isEqualTo("t.name IS NULL");
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(refusal("{}")).isEqualTo("filter shouldn't be empty");
        assertThat(refusal("{\"==\":[{\"var\":\"secret\"},1]}")).isEqualTo("filter: term 'secret' is not supported");
        assertThat(refusal("{\"!=\":[{\"var\":\"name\"},\"x\"]}"))
                .isEqualTo("filter: operation '!=' with arguments '[{'var': 'name'}, 'x']' is not supported");
        assertThat(refusal("[1]")).isEqualTo("filter: expected a non-empty dict value, got '[1]' of type 'list'");
        assertThat(refusal("{\"and\":[]}"))
                .isEqualTo("filter: expected a non-empty list value, got '[]' of type 'list'");
        assertThat(refusal("{\"<\":[{\"var\":\"id\"},\"abc\"]}")).contains("does not fit the field 'id'");
    }

    @Test
    void noValueReachesTheDatabaseThatItCannotHold() {
        assertThat(refusal("{\"==\":[{\"var\":\"id\"},\"1e-999999999\"]}")).contains("does not fit the field 'id'");
        assertThat(refusal("{\"==\":[{\"var\":\"id\"},\"1e999999999\"]}")).contains("does not fit the field 'id'");
        assertThat(refusal("{\"in\":[\"a\\u0000b\",{\"var\":\"name\"}]}"))
                .isEqualTo("Null characters are not allowed.");
    }

    private static Sql compile(String expression) {
        return new JsonLogic(TASKS.fields(), false).compile(expression);
    }

    private static String refusal(String expression) {
        var refusal = catchThrowableOfType(ApiException.class, () -> compile(expression));
        assertThat(refusal.status()).isEqualTo(400);
        return (String) ((List<?>) refusal.body()).getFirst();
    }
}
