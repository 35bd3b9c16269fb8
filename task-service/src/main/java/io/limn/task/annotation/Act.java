package io.limn.task.annotation;

import io.limn.common.api.ApiException;
import io.limn.task.annotation.history.RevisionKind;

/** What a save does with the annotations it brings. */
enum Act {
    /** They take the place of all that the job has. */
    REPLACE(IdRule.ABSENT, RevisionKind.REPLACE),
    /** They are added. */
    CREATE(IdRule.ABSENT, RevisionKind.CREATE),
    /** Each takes the place of the one with its id; those without are added. */
    UPDATE(IdRule.ANY, RevisionKind.UPDATE),
    /** Those with their ids are removed. */
    DELETE(IdRule.PRESENT, RevisionKind.DELETE);

    private final IdRule ids;
    private final RevisionKind revision;

    Act(IdRule ids, RevisionKind revision) {
        this.ids = ids;
        this.revision = revision;
    }

    IdRule ids() {
        return ids;
    }

    /** The kind of revision that it makes. */
    RevisionKind revision() {
        return revision;
    }

    /**
     * The act of a partial save, from its query parameter.
     *
     * @throws ApiException 400 when it names none
     */
    static Act ofPatch(String action) {
        return switch (action == null ? "" : action) {
            case "create" -> CREATE;
            case "update" -> UPDATE;
            case "delete" -> DELETE;
            default -> throw ApiException.rule("Please specify a correct 'action' for the request");
        };
    }
}
