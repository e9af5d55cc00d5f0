package org.shuqiao.identity.factor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** What somebody has shown at a sign-in. */
public enum Factor {
    PASSWORD(FactorGrantedAuthority.PASSWORD_AUTHORITY, "pwd"),
    /** A code of an authenticator application, or a recovery code in its place. */
    TOTP("FACTOR_TOTP", "otp");

    private final String authority;
    private final String method;

    Factor(String authority, String method) {
        this.authority = authority;
        this.method = method;
    }

    /** Its name as an authority of who is signed in. */
    public String authority() {
        return authority;
    }

    /** That it was shown just now. */
    public GrantedAuthority shown() {
        return FactorGrantedAuthority.fromAuthority(authority);
    }

    static List<Factor> of(Authentication authentication) {
        return Stream.of(values())
                .filter(factor -> authentication.getAuthorities().stream()
                        .anyMatch(authority -> factor.authority.equals(authority.getAuthority())))
                .toList();
    }

    /** The methods of a sign-in as tokens name them (RFC 8176). */
    public static List<String> methods(Authentication authentication) {
        List<String> methods = new ArrayList<>(
                of(authentication).stream().map(factor -> factor.method).toList());
        if (methods.size() > 1) {
            methods.add("mfa");
        }
        return methods;
    }
}
