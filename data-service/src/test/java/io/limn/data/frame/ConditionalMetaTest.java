package io.limn.data.frame;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ConditionalMetaTest extends FrameTest {
    private static Response patch(String path, String tag) {
        return given().header("Authorization", ANN)
                .header("If-Match", tag)
                .contentType("application/json")
                .body(Map.of("deleted_frames", List.of(2, 1)))
                .patch(path);
    }

    private void plan(String kind, PlanBuilder plan) {
        for (String scope : List.of("view:metadata", "update:metadata")) {
            teach("GET", "/internal/" + kind + "/" + task + "/plan?scope=" + scope, 200, plan.build());
        }
    }

    private PlanBuilder five(String kind) {
        var plan = PlanBuilder.pictures(task, 5);
        return kind.equals("jobs") ? plan.job(task, 0, 4) : plan;
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasks", "jobs"})
    void metadataAreChangedInTheVersionThatOneHasSeen(String kind) throws Exception {
        fivePictures();
        plan(kind, five(kind));
        var path = "/api/" + kind + "/" + task + "/data/meta";
        var meta = "/internal/" + kind + "/" + task + "/meta?revision=";
        var seen = get(path).header("ETag");
        assertThat(given().header("Authorization", ANN)
                        .header("If-None-Match", seen)
                        .get(path)
                        .statusCode())
                .isEqualTo(304);

        // The answer shows what was sent in the order in which it was sent.
        teach(
                "PATCH",
                meta + 1,
                200,
                five(kind).with("deleted_frames", List.of(2, 1)).build());
        var changed = patch(path, seen);
        plan(kind, five(kind).with("deleted_frames", List.of(1, 2)).with("plan_revision", 2));
        var current = get(path);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat((List<Integer>) changed.path("deleted_frames")).containsExactly(2, 1);
        assertThat(changed.header("ETag")).isEqualTo(current.header("ETag")).isNotEqualTo(seen);

        var refused = patch(path, seen);
        assertThat(refused.statusCode()).isEqualTo(412);
        assertThat(refused.asString()).isEqualTo(current.asString());
        assertThat(refused.header("ETag")).isEqualTo(current.header("ETag"));
    }
}
