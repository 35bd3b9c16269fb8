package io.limn.task.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.limn.common.identity.Privilege;
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
        return PermissionTables.rows("projects", "tasks", "jobs", "labels", "issues", "comments", "annotationguides");
    }

    @TestFactory
    Stream<DynamicTest> theTablesAgreeWithThePublishedOnes() {
        return Stream.of("projects", "tasks", "jobs", "issues", "comments").flatMap(PermissionTables::agreement);
    }

    /** In an organization members without a group read the guides of their own work, whatever is published. */
    @TestFactory
    Stream<DynamicTest> guidesAgreeWithThePublishedTable() {
        return PermissionTables.agreement(
                "annotationguides",
                (scope, asker) -> scope.equals("view")
                        && asker.organization()
                        && asker.role() != null
                        && asker.relation() != null
                        && asker.privilege() == Privilege.NONE);
    }

    /** The scopes of validation sets were forgotten when the tables were published. */
    @Test
    void nothingIsForgottenOrInvented() {
        for (var name : List.of("projects", "tasks", "jobs", "issues", "comments", "annotationguides")) {
            assertThat(PermissionTables.onlyIn(name, true)).as(name).isEmpty();
            assertThat(PermissionTables.onlyIn(name, false))
                    .as(name)
                    .isSubsetOf("view:validation_layout", "update:validation_layout");
        }
    }
}
