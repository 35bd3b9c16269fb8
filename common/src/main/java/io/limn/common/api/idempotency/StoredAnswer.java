package io.limn.common.api.idempotency;

/**
 * The answer that a request got.
 *
 * @param status   its status
 * @param location the header of that name, {@code null} when it had none
 * @param body     JSON in UTF-8, {@code null} for none
 */
@SuppressWarnings("ArrayRecordComponent")
record StoredAnswer(int status, String location, byte[] body) {}
