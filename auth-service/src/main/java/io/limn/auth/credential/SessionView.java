package io.limn.auth.credential;

import java.time.Instant;

/**
 * A session as its user sees it.
 *
 * @param id           by which it can be ended
 * @param createdDate  when it was begun
 * @param lastUsedDate when it was used last, to some minutes
 * @param expiryDate   when it ends by itself
 * @param address      from where it was begun, may be empty
 * @param userAgent    the browser's name, may be empty
 * @param current      whether it is the session of this request
 */
record SessionView(
        long id,
        Instant createdDate,
        Instant lastUsedDate,
        Instant expiryDate,
        String address,
        String userAgent,
        boolean current) {}
