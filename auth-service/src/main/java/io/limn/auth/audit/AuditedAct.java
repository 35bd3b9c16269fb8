package io.limn.auth.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * An act as administrators see it.
 *
 * @param id             grows with each act
 * @param happened       when
 * @param act            what was done
 * @param userId         the user concerned, {@code null} when he is not known
 * @param actorId        who did it, {@code null} when nobody was signed in
 * @param organizationId the organization concerned, {@code null} for none
 * @param accessTokenId  the access token that was used, {@code null} for none
 * @param address        where it came from, {@code null} when that is not known
 * @param requestId      id of the request, {@code null} for none
 * @param details        what else there is to say
 */
record AuditedAct(
        long id,
        Instant happened,
        String act,
        Long userId,
        Long actorId,
        Long organizationId,
        Long accessTokenId,
        String address,
        String requestId,
        JsonNode details) {}
