package io.limn.data;

import io.limn.common.testing.PermissionTables;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every row of this service's decision tables, and their agreement with the published ones. */
class PermissionTablesTest {
    @TestFactory
    Stream<DynamicTest> everyRowHolds() {
        return PermissionTables.rows("server", "cloudstorages");
    }

    @TestFactory
    Stream<DynamicTest> theTableOfCloudStoragesAgreesWithThePublishedOne() {
        return PermissionTables.agreement("cloudstorages");
    }

    /** Who may see what anybody may see is not asked of a table. */
    @TestFactory
    Stream<DynamicTest> theTablesAgreeWithThePublishedOnes() {
        return PermissionTables.agreement("server", (scope, asker) -> scope.equals("view"));
    }
}
