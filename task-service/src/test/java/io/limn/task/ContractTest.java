package io.limn.task;

import io.limn.common.testing.ContractWalk;
import java.util.Set;

class ContractTest extends ContractWalk {
    @Override
    protected Set<String> unlisted() {
        return Set.of("GET /api/projects/{}/annotations");
    }
}
