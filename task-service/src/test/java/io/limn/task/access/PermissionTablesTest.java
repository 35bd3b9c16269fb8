package io.limn.task.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.limn.common.testing.PermissionTables;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every row of this service's decision tables, and their agreement with the published ones. */
class PermissionTablesTest {
    @TestFactory
    Stream<DynamicTest> everyRowHolds() {
        return PermissionTables.rows("projects", "tasks", "jobs", "labels", "issues", "comments");
    }

    @TestFactory
    Stream<DynamicTest> theTablesAgreeWithThePublishedOnes() {
        return Stream.of("projects", "tasks", "jobs").flatMap(PermissionTables::agreement);
    }

    /** The scopes of validation sets were forgotten when the tables were published. */
    @Test
    void nothingIsForgottenOrInvented() {
        for (var name : List.of("projects", "tasks", "jobs")) {
            assertThat(PermissionTables.onlyIn(name, true)).as(name).isEmpty();
            assertThat(PermissionTables.onlyIn(name, false))
                    .as(name)
                    .isSubsetOf("view:validation_layout", "update:validation_layout");
        }
    }
}
