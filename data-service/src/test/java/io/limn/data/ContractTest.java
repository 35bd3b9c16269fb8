package io.limn.data;

import io.limn.common.testing.ContractWalk;
import java.util.Set;

class ContractTest extends ContractWalk {
    @Override
    protected Set<String> unlisted() {
        return Set.of(
                "OPTIONS /api/tasks/{}/data",
                "HEAD /api/tasks/{}/data/{}",
                "PATCH /api/tasks/{}/data/{}",
                "GET /api/projects/{}/dataset",
                "GET /api/tasks/{}/dataset",
                "GET /api/jobs/{}/dataset",
                "GET /api/projects/{}/backup",
                "GET /api/tasks/{}/backup",
                "POST /api/projects/backup",
                "POST /api/tasks/backup");
    }
}
