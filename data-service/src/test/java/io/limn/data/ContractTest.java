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
                "GET /api/projects/{}/dataset/download",
                "HEAD /api/projects/{}/dataset/download",
                "GET /api/tasks/{}/dataset/download",
                "HEAD /api/tasks/{}/dataset/download",
                "GET /api/jobs/{}/dataset/download",
                "HEAD /api/jobs/{}/dataset/download",
                "OPTIONS /api/tasks/{}/annotations",
                "HEAD /api/tasks/{}/annotations/{}",
                "PATCH /api/tasks/{}/annotations/{}",
                "OPTIONS /api/jobs/{}/annotations",
                "HEAD /api/jobs/{}/annotations/{}",
                "PATCH /api/jobs/{}/annotations/{}",
                "GET /api/projects/{}/dataset",
                "GET /api/tasks/{}/dataset",
                "GET /api/jobs/{}/dataset",
                "GET /api/projects/{}/backup",
                "GET /api/tasks/{}/backup",
                "POST /api/projects/backup",
                "POST /api/tasks/backup");
    }
}
