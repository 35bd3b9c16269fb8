package io.limn.data.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.limn.common.api.ApiException;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridTest {
    private final ObjectMapper mapper = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    private FramePlan plan(PlanBuilder builder) {
        return mapper.convertValue(builder.build(), FramePlan.class);
    }

    @Test
    void filteredFramesAreCountedInSource() {
        FramePlan task = plan(PlanBuilder.pictures(1, 4).with("start_frame", 7).with("step", 5));
        assertThat(Grid.ofTask(task, 0)).containsExactly(7, 12);
        assertThat(Grid.ofTask(task, 1)).containsExactly(17, 22);
        FramePlan second = plan(PlanBuilder.pictures(1, 4)
                .with("start_frame", 7)
                .with("step", 5)
                .job(2, 2, 3));
        assertThat(Grid.ofJob(second, 0)).containsExactly(17, 22);
    }

    @Test
    void aSelectionHasPlaceholdersOnlyInTaskChunks() {
        FramePlan job = plan(PlanBuilder.pictures(1, 4)
                .with("start_frame", 7)
                .with("step", 5)
                .selection(3, 7, 22));
        assertThat(Grid.ofJob(job, 0)).containsExactly(7, 22);
        assertThat(Grid.ofJobInTask(job, 0)).containsExactly(7, Grid.PLACEHOLDER);
        assertThat(Grid.ofJobInTask(job, 1)).containsExactly(Grid.PLACEHOLDER, 22);
        assertThat(job.owns(1)).isFalse();
        assertThat(job.owns(3)).isTrue();
    }

    @Test
    void aPlanThatRepeatsFramesPointsToTheirSources() {
        FramePlan task = plan(PlanBuilder.pictures(1, 4).with("frames", List.of(2, 9, 2, 9)));
        assertThat(Grid.ofTask(task, 1)).containsExactly(2, 9);
    }

    @Test
    void theSameFramesMakeTheSameKeyWhateverAskedForThem() {
        FramePlan task = plan(PlanBuilder.pictures(1, 4));
        FramePlan job = plan(PlanBuilder.pictures(1, 4).job(2, 2, 3));
        String ofTask = Recipes.chunk(task, Grid.ofTask(task, 1), false).key();
        assertThat(Recipes.chunk(job, Grid.ofJob(job, 0), false).key()).isEqualTo(ofTask);
        assertThat(Recipes.chunk(job, Grid.ofJob(job, 0), true).key()).isNotEqualTo(ofTask);
    }

    @Test
    void chunksOutsideTheGridAreRefused() {
        FramePlan job = plan(PlanBuilder.pictures(1, 7).job(2, 2, 4));
        assertThatThrownBy(() -> Grid.ofJobInTask(job, 0))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("in the [1, 2] range");
        assertThatThrownBy(() -> Grid.ofJob(job, 2))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("in the [0, 1] range");
    }
}
