package io.limn.auth.invitation;

import io.limn.common.api.ApiException;
import io.limn.common.api.ApiJson;
import io.limn.common.api.Bodies;
import io.limn.common.identity.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.io.InputStream;

/** What is done with an invitation after it was made. */
@Path("/api/invitations")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class InvitationAnswersResource {
    private final InvitationAccess access;
    private final InvitationAnswers answers;
    private final InvitationForms forms;
    private final Inviting inviting;
    private final ResendThrottle throttle;
    private final Caller caller;
    private final Bodies bodies;

    InvitationAnswersResource(
            InvitationAccess access,
            InvitationAnswers answers,
            InvitationForms forms,
            Inviting inviting,
            ResendThrottle throttle,
            Caller caller,
            Bodies bodies) {
        this.access = access;
        this.answers = answers;
        this.forms = forms;
        this.inviting = inviting;
        this.throttle = throttle;
        this.caller = caller;
        this.bodies = bodies;
    }

    /**
     * Which organization was joined.
     *
     * @param organizationSlug its short name
     */
    record Accepted(String organizationSlug) {}

    /** The invited person joins. */
    @POST
    @Path("{key}/accept")
    public Accepted accept(@PathParam("key") String key) {
        var invitation = access.require(key, "accept");
        answers.accept(invitation, false);
        return new Accepted(invitation.slug());
    }

    /** The invited person does not join, or leaves. */
    @POST
    @Path("{key}/decline")
    public void decline(@PathParam("key") String key) {
        answers.decline(access.require(key, "decline"));
    }

    /** Sends the invitation again, which renews it. */
    @POST
    @Path("{key}/resend")
    public void resend(@PathParam("key") String key) {
        caller.organization();
        throttle.count(caller.principal().id());
        inviting.resend(access.require(key, "resend"));
    }

    /**
     * The former way to accept, which older clients use. To have accepted before is no fault here.
     *
     * @throws ApiException 405 for any other change
     */
    @PATCH
    @Path("{key}")
    public InvitationForm change(@PathParam("key") String key, HttpServerRequest request, InputStream body) {
        var invitation = access.require(key, "accept");
        if (request.getParam("accepted") == null) {
            throw ApiException.methodNotAllowed("PATCH");
        }
        InvitationOffer.check(bodies.object(body));
        answers.accept(invitation, true);
        return forms.of(invitation);
    }
}
