package io.limn.task.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Progress STARTED = Progress.of("annotation", "in progress");

    @Test
    void aNewStageStartsWithANewState() {
        var after = new JobChange("validation", null, false, null).applyTo(STARTED);
        assertThat(after).isEqualTo(new Progress("validation", "new", "validation"));
    }

    @Test
    void theSameStageKeepsTheState() {
        var after = new JobChange("annotation", null, false, null).applyTo(STARTED);
        assertThat(after).isEqualTo(STARTED);
    }

    @Test
    void onlyAcceptedWorkIsCompleted() {
        assertThat(Progress.of("acceptance", "completed").status()).isEqualTo("completed");
        assertThat(Progress.of("acceptance", "new").status()).isEqualTo("validation");
        assertThat(Progress.of("annotation", "completed").status()).isEqualTo("annotation");
    }

    @Test
    void aTaskIsAsFarAsTheLastOfItsJobs() {
        assertThat(Progress.statusOfTask(List.of("completed", "annotation", "validation")))
                .isEqualTo("annotation");
        assertThat(Progress.statusOfTask(List.of("completed", "validation"))).isEqualTo("validation");
        assertThat(Progress.statusOfTask(List.of("completed"))).isEqualTo("completed");
    }
}
