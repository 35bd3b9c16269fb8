package io.limn.auth.organization;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.common.api.ApiException;
import io.limn.common.api.Input;
import io.limn.common.api.Member;
import java.util.regex.Pattern;

/**
 * What a body states about an organization; {@code null} where it states nothing.
 *
 * @param slug        short name
 * @param name        name
 * @param description free text
 * @param contact     JSON of any form but {@code null}
 */
record OrganizationChange(String slug, String name, String description, JsonNode contact) {
    private static final Pattern SLUG = Pattern.compile("[-a-zA-Z0-9_]+");
    private static final String NO_SLUG =
            "Enter a valid \"slug\" consisting of letters, numbers, underscores or hyphens.";

    /**
     * Reads the body of a new organization.
     *
     * @throws ApiException 400 with all that is wrong
     */
    static OrganizationChange founding(Input body) {
        return read(body, slug(body).required());
    }

    /**
     * Reads the body of a change.
     *
     * @throws ApiException 400 with all that is wrong
     */
    static OrganizationChange of(Input body) {
        return read(body, slug(body));
    }

    private static Member<String> slug(Input body) {
        return body.member("slug", value -> {
            if (!value.isTextual() && !value.isNumber()) {
                throw new Input.Refused(NO_SLUG);
            }
            return value.asText().strip();
        });
    }

    private static OrganizationChange read(Input body, Member<String> slug) {
        var change = new OrganizationChange(
                slug.most(16)
                        .demand(text -> SLUG.matcher(text).matches(), NO_SLUG)
                        .value(),
                body.text("name").blank().most(64).value(),
                body.text("description").blank().value(),
                body.raw("contact")
                        .demand(OrganizationChange::isStorable, "Null characters are not allowed.")
                        .value());
        body.check();
        return change;
    }

    /** The database cannot keep this character in JSON. */
    private static boolean isStorable(JsonNode contact) {
        return !contact.toString().contains("\\u0000");
    }
}
