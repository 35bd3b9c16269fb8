package io.limn.auth.user;

import io.limn.common.api.ApiException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Users for other services, when their read models lag. */
@Path("/internal/users")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class InternalUsersResource {
    private static final int MOST = 1000;

    private final Users users;

    InternalUsersResource(Users users) {
        this.users = users;
    }

    /** One user. */
    @GET
    @Path("{id}")
    public UserState one(@PathParam("id") long id) {
        return users.find(id).map(User::state).orElseThrow(() -> ApiException.notFound("User"));
    }

    /** Several users by their ids, separated by commas, in this order; unknown ones are left out. */
    @GET
    public List<UserState> several(@QueryParam("ids") @DefaultValue("") String ids) {
        var wanted = Arrays.stream(ids.split(",")).filter(id -> !id.isBlank()).toList();
        if (wanted.size() > MOST || !wanted.stream().allMatch(id -> id.matches("\\d{1,18}"))) {
            throw ApiException.field("ids", "A valid integer is required.");
        }
        var numbers = wanted.stream().map(Long::valueOf).toList();
        var found = users.find(numbers);
        return numbers.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(User::state)
                .toList();
    }
}
