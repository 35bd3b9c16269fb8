package io.limn.task.frameplan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of tasks. */
@ConfigMapping(prefix = "limn.tasks")
interface FramePlanConfig {
    /** Most jobs that the data of a task may be cut into, consensus replicas included. */
    @WithDefault("5000")
    int mostJobs();
}
