package io.limn.auth.oidc;

/**
 * A sign-in on its way.
 *
 * @param state    what comes back with the answer of the provider
 * @param browser  a secret of the browser that began it
 * @param nonce    what comes back inside the token
 * @param verifier what proves that we asked for the code
 * @param next     page to go to in the end
 */
record Flow(String state, String browser, String nonce, String verifier, String next) {
    /** Never the secrets. */
    @Override
    public String toString() {
        return "Flow[" + next + "]";
    }
}
