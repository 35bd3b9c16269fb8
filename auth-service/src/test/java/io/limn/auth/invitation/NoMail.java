package io.limn.auth.invitation;

import io.limn.common.api.ApiException;

/** Mail that does not work, or is not set up at all. */
class NoMail extends InvitationMail {
    private final boolean setUp;

    NoMail(boolean setUp) {
        super(null, null, null);
        this.setUp = setUp;
    }

    @Override
    boolean isPossible() {
        return setUp;
    }

    @Override
    void send(Invitation invitation) {
        throw ApiException.detail(503, "The invitation could not be sent by mail. Please try again later.");
    }
}
