package io.limn.gateway.exchange;

/**
 * On whose behalf a credential is traded.
 *
 * @param requestId id of the request
 * @param address   the client and the proxies before the gateway, by which auth-service counts wrong passwords
 */
public record Asker(String requestId, String address) {}
