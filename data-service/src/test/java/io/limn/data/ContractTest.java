package io.limn.data;

import io.limn.common.testing.ContractWalk;
import java.util.Set;

class ContractTest extends ContractWalk {
    @Override
    protected Set<String> unlisted() {
        return Set.of("OPTIONS /api/tasks/{}/data", "HEAD /api/tasks/{}/data/{}", "PATCH /api/tasks/{}/data/{}");
    }
}
