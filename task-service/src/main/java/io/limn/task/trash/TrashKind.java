package io.limn.task.trash;

/**
 * What can be in the trash. In lists, where ids of several kinds meet, an entry is numbered by twice its id, plus one
 * for projects.
 */
enum TrashKind {
    TASK("task", "Task", TaskPurge.KIND),
    PROJECT("project", "Project", ProjectPurge.KIND);

    private final String table;
    private final String model;
    private final String purge;

    TrashKind(String table, String model, String purge) {
        this.table = table;
        this.model = model;
        this.purge = purge;
    }

    /** Table of the rows, and name of the kind in the API. */
    String table() {
        return table;
    }

    /** What the API calls it in its messages. */
    String model() {
        return model;
    }

    /** Kind of the work that purges one. */
    String purge() {
        return purge;
    }

    /** Number of an entry among those of all kinds. */
    long entry(long id) {
        return id * 2 + ordinal();
    }
}
