package org.shuqiao.gateway.identity;

/**
 * A sign-in on its way, which only the browser that began it can finish.
 *
 * @param state comes back with the code
 * @param nonce its hash has to be in the ID token
 * @param verifier proves that the code is ours (PKCE, RFC 7636)
 */
public record Attempt(String state, String nonce, String verifier) {

    @Override
    public String toString() {
        return "Attempt"; // never in a log
    }
}
