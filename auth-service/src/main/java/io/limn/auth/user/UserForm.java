package io.limn.auth.user;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.auth.credential.EmailAddress;
import io.limn.auth.credential.Usernames;
import io.limn.common.api.ApiException;
import io.limn.common.api.Input;
import io.limn.common.api.Member;
import io.limn.common.api.Python;
import io.limn.common.identity.Principal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads what is written of a user. Staff writes the full form, in which what cannot be written is ignored; everybody else
 * the basic one, where it is refused. What gives rights is for administrators alone, so that staff cannot raise itself.
 */
@ApplicationScoped
class UserForm {
    private static final int LONGEST_NAME = 150;
    private static final int LONGEST_EMAIL = 254;
    private static final Set<String> GROUPS = Set.of("admin", "user", "worker");
    private static final Set<String> BASIC = Set.of("url", "id", "username", "first_name", "last_name");
    private static final Set<String> FLAGS = Set.of("is_staff", "is_superuser", "groups");
    private static final Set<String> RIGHTS = Set.of("is_staff", "is_superuser", "groups", "is_active");

    private final Users users;

    UserForm(Users users) {
        this.users = users;
    }

    /**
     * Reads a body.
     *
     * @param id the user who is written
     * @throws ApiException 400 with all that is wrong
     */
    UserChanges read(Input input, Principal writer, long id) {
        if (!writer.staff()) {
            refuseUnknown(input);
        } else if (!writer.isAdmin()) {
            refuse(input.names().stream().filter(RIGHTS::contains).toList(), true);
        }
        var username = Usernames.read(input, 1)
                .demand(name -> !users.isTakenByAnother(name, id), "A user with that username already exists.");
        var firstName = input.text("first_name").blank().most(LONGEST_NAME);
        var lastName = input.text("last_name").blank().most(LONGEST_NAME);
        var changes = writer.staff()
                ? full(input, username, firstName, lastName)
                : new UserChanges(
                        optional(username),
                        optional(firstName),
                        optional(lastName),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        input.check();
        return changes;
    }

    private static UserChanges full(
            Input input, Member<String> username, Member<String> firstName, Member<String> lastName) {
        return new UserChanges(
                optional(username),
                optional(firstName),
                optional(lastName),
                optional(input.member("email", EmailAddress::read).blank().most(LONGEST_EMAIL)),
                optional(input.member("groups", UserForm::groups)),
                optional(input.bool("is_staff")),
                optional(input.bool("is_superuser")),
                optional(input.bool("is_active")));
    }

    private static <T> Optional<T> optional(Member<T> member) {
        return Optional.ofNullable(member.value());
    }

    private static List<String> groups(JsonNode value) throws Input.Refused {
        if (!value.isArray()) {
            throw new Input.Refused("Expected a list of items but got type \"" + Python.type(value) + "\".");
        }
        var groups = new ArrayList<String>();
        for (var item : value) {
            var name = item.isValueNode() ? item.asText() : "";
            if (!GROUPS.contains(name)) {
                throw new Input.Refused(
                        item.isValueNode() ? "Object with name=" + name + " does not exist." : "Invalid value.");
            }
            groups.add(name);
        }
        return groups.stream().distinct().sorted().toList();
    }

    private static void refuseUnknown(Input input) {
        var unknown =
                input.names().stream().filter(name -> !BASIC.contains(name)).toList();
        refuse(unknown, unknown.stream().anyMatch(FLAGS::contains));
    }

    private static void refuse(List<String> fields, boolean rights) {
        if (!fields.isEmpty()) {
            var names = fields.stream().map(Python::quote).collect(Collectors.joining(", ", "{", "}"));
            throw ApiException.body(
                    rights
                            ? "You do not have permissions to access some of these fields: " + names
                            : "Got unknown fields: " + names);
        }
    }
}
