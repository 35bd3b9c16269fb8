package io.limn.task.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.limn.common.testing.PermissionTables;
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

    /** Those of validation sets were forgotten when the tables were published. */
    @Test
    void noScopeIsOurOwnInvention() {
        assertThat(PermissionTables.unpublished("projects")).isEmpty();
        assertThat(PermissionTables.unpublished("tasks"))
                .isSubsetOf("view:validation_layout", "update:validation_layout");
        assertThat(PermissionTables.unpublished("jobs"))
                .isSubsetOf("view:validation_layout", "update:validation_layout");
    }
}
