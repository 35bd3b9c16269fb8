package io.limn.task.annotation;

import io.limn.common.api.ApiException;

/** What a save does with the annotations it brings. */
enum Act {
    /** They take the place of all that the job has. */
    REPLACE(IdRule.ABSENT),
    /** They are added. */
    CREATE(IdRule.ABSENT),
    /** Each takes the place of the one with its id; those without are added. */
    UPDATE(IdRule.ANY),
    /** Those with their ids are removed. */
    DELETE(IdRule.PRESENT);

    private final IdRule ids;

    Act(IdRule ids) {
        this.ids = ids;
    }

    IdRule ids() {
        return ids;
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
