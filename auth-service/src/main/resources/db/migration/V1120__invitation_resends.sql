-- Requests to send invitations again: a user has so many of them in an hour, whatever came of them.
CREATE TABLE invitation_resend (
    user_id  bigint      NOT NULL REFERENCES users ON DELETE CASCADE,
    happened timestamptz NOT NULL
);
CREATE INDEX invitation_resend_user ON invitation_resend (user_id, happened);
CREATE INDEX invitation_resend_end ON invitation_resend (happened);
