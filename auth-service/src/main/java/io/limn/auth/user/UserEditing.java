package io.limn.auth.user;

import io.limn.auth.audit.Audit;
import io.limn.auth.audit.AuditEntry;
import io.limn.common.api.ApiException;
import io.limn.common.api.conditional.Precondition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Changes users. What their credentials were traded for is void at once, because tokens state names and rights. */
@ApplicationScoped
class UserEditing {
    private final Users users;
    private final Administrators administrators;
    private final UserEvents events;
    private final Audit audit;
    private final Precondition precondition;

    UserEditing(Users users, Administrators administrators, UserEvents events, Audit audit, Precondition precondition) {
        this.users = users;
        this.administrators = administrators;
        this.events = events;
        this.audit = audit;
        this.precondition = precondition;
    }

    /**
     * Changes a user.
     *
     * @param form what is answered of a user
     * @throws ApiException 400 when the name is taken or no administrator would be left, 404 when the user is gone, 412
     *                      when the client knows another version
     */
    @Transactional
    User change(long id, UserChanges changes, Function<User, ?> form) {
        administrators.change(() -> apply(id, changes, form));
        return users.find(id).orElseThrow();
    }

    private void apply(long id, UserChanges changes, Function<User, ?> form) {
        var user = users.find(id).orElseThrow(() -> ApiException.notFound("User"));
        precondition.require(() -> form.apply(user));
        changes.username().filter(name -> users.isTakenByAnother(name, id)).ifPresent(taken -> {
            throw ApiException.field("username", "A user with that username already exists.");
        });
        var before = user.state();
        if (user.wouldBeNoAdministrator(changes)) {
            administrators.requireAnother(id);
        }
        user.change(changes);
        var after = user.state();
        if (after.equals(before)) {
            return;
        }
        users.save(user);
        events.identityChanged(id, UserEvents.Reason.CHANGED);
        audit.record(AuditEntry.of("user.changed").user(id).with("fields", differing(before, after)));
        if (!rights(before).equals(rights(after))) {
            audit.record(AuditEntry.of("user.rights_changed")
                    .user(id)
                    .with("before", rights(before))
                    .with("after", rights(after)));
        }
    }

    /** What gives rights. */
    private record Rights(List<String> groups, boolean staff, boolean superuser, boolean active) {}

    private static Rights rights(UserState state) {
        return new Rights(state.groups(), state.staff(), state.superuser(), state.isActive());
    }

    private static List<String> differing(UserState before, UserState after) {
        var fields = new ArrayList<String>();
        add(fields, "username", before.username(), after.username());
        add(fields, "first_name", before.firstName(), after.firstName());
        add(fields, "last_name", before.lastName(), after.lastName());
        add(fields, "email", before.email(), after.email());
        add(fields, "groups", before.groups(), after.groups());
        add(fields, "is_staff", before.staff(), after.staff());
        add(fields, "is_superuser", before.superuser(), after.superuser());
        add(fields, "is_active", before.isActive(), after.isActive());
        return fields;
    }

    private static void add(List<String> fields, String name, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            fields.add(name);
        }
    }
}
