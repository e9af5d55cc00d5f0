package org.shuqiao.identity.factor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.shuqiao.identity.session.SignedIn;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Says whether a sign-in lacks its second step, and adds it. */
@Component
public class CompletingSignIn {
    private final PostgresTotp totp;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    CompletingSignIn(PostgresTotp totp) {
        this.totp = totp;
    }

    /** Whether an account that signs in here asks for a code; clients and bearers of tokens never do. */
    public boolean asksForCode(Authentication authentication) {
        return authentication instanceof UsernamePasswordAuthenticationToken
                && totp.isOn(UUID.fromString(authentication.getName()));
    }

    /** Notes a sign-in that is complete. */
    public static void note(HttpServletRequest request, Authentication signedIn) {
        SignedIn.note(
                request,
                String.valueOf(signedIn.getDetails()),
                Factor.of(signedIn).stream().map(Factor::name).toList());
    }

    /** Adds the second factor to what the session has shown, under a new cookie. */
    void complete(Authentication first, HttpServletRequest request, HttpServletResponse response) {
        List<GrantedAuthority> authorities = new ArrayList<>(first.getAuthorities());
        authorities.removeIf(authority -> Factor.TOTP.authority().equals(authority.getAuthority()));
        authorities.add(Factor.TOTP.shown());
        UsernamePasswordAuthenticationToken whole =
                UsernamePasswordAuthenticationToken.authenticated(first.getName(), null, authorities);
        whole.setDetails(first.getDetails());
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(whole);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        note(request, whole);
    }
}
