package io.limn.auth.oidc;

/**
 * Where a provider is asked for what.
 *
 * @param issuer        its name
 * @param authorization where people sign in
 * @param token         where codes are traded
 * @param userinfo      what else is known of a person, {@code null} when it does not tell
 * @param keys          its public keys
 * @param basic         whether we show our secret as name and password, and not in the form
 */
record Provider(String issuer, String authorization, String token, String userinfo, String keys, boolean basic) {

    /**
     * Reads its description.
     *
     * @throws IllegalArgumentException when it is none of this issuer
     */
    static Provider of(String issuer, ProviderCalls.Answer description) {
        if (description.status() != 200 || !issuer.equals(description.text("issuer"))) {
            throw new IllegalArgumentException("there is no description of the issuer " + issuer);
        }
        var ways = description.body().path("token_endpoint_auth_methods_supported");
        boolean basic = !ways.isArray();
        for (var way : ways) {
            basic |= way.asText().equals("client_secret_basic");
        }
        var userinfo = description.text("userinfo_endpoint");
        return new Provider(
                issuer,
                address(issuer, description, "authorization_endpoint"),
                address(issuer, description, "token_endpoint"),
                userinfo == null ? null : address(issuer, description, "userinfo_endpoint"),
                address(issuer, description, "jwks_uri"),
                basic);
    }

    private static String address(String issuer, ProviderCalls.Answer description, String name) {
        var address = description.text(name);
        boolean sound = address != null
                && (address.startsWith("https://") || issuer.startsWith("http://") && address.startsWith("http://"));
        if (!sound) {
            throw new IllegalArgumentException("the description has no usable " + name);
        }
        return address;
    }
}
