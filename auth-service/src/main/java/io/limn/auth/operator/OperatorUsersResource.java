package io.limn.auth.operator;

import io.limn.auth.user.User;
import io.limn.common.api.ApiException;
import io.limn.common.api.Bodies;
import io.limn.common.api.Input;
import io.limn.common.identity.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/** Users for whoever runs the server: only the holder of this service's own key may call. */
@Path("/internal/operator/users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RunOnVirtualThread
public class OperatorUsersResource {
    private static final String SELF = "auth-service";

    private final OperatorUsers users;
    private final Bodies bodies;
    private final Caller caller;

    OperatorUsersResource(OperatorUsers users, Bodies bodies, Caller caller) {
        this.users = users;
        this.bodies = bodies;
        this.caller = caller;
    }

    /**
     * A user as a line of the operator's list.
     *
     * @param id        the user
     * @param username  sign-in name
     * @param email     address, may be empty
     * @param groups    his groups
     * @param isActive  whether he may sign in
     * @param lastLogin when he last began a session, {@code null} for never
     */
    public record Line(
            long id, String username, String email, List<String> groups, boolean isActive, Instant lastLogin) {
        static Line of(User user) {
            var state = user.state();
            return new Line(
                    state.id(), state.username(), state.email(), state.groups(), state.isActive(), user.lastLogin());
        }
    }

    /** Everybody, by name. */
    @GET
    public List<Line> list() {
        authorize();
        return users.all().stream().map(Line::of).toList();
    }

    /** Makes a user. */
    @POST
    public Line create(InputStream body) {
        authorize();
        return Line.of(users.create(bodies.object(body)));
    }

    /** Gives a user another password. */
    @POST
    @Path("{name}/password")
    public Line resetPassword(@PathParam("name") String name, InputStream body) {
        authorize();
        var input = bodies.object(body);
        return Line.of(users.resetPassword(name, password(input)));
    }

    /** Puts a user into one group. */
    @POST
    @Path("{name}/group")
    public Line grant(@PathParam("name") String name, InputStream body) {
        authorize();
        var input = bodies.object(body);
        var group = input.choice("group", OperatorUsers.GROUPS).required().value();
        input.check();
        return Line.of(users.grant(name, group));
    }

    /** Lets a user sign in, or no more. */
    @POST
    @Path("{name}/active")
    public Line activate(@PathParam("name") String name, InputStream body) {
        authorize();
        var input = bodies.object(body);
        var active = input.bool("active").required().value();
        input.check();
        return Line.of(users.activate(name, active));
    }

    static String password(Input input) {
        var text = input.untrimmed("password").required().value();
        input.check();
        return text;
    }

    private void authorize() {
        if (!caller.service().filter(SELF::equals).isPresent()) {
            throw ApiException.forbidden();
        }
    }
}
