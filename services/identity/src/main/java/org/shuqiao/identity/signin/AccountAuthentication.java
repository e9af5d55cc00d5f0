package org.shuqiao.identity.signin;

import java.util.List;
import java.util.Optional;
import org.shuqiao.identity.account.Account;
import org.shuqiao.identity.account.EmailAddress;
import org.shuqiao.identity.account.PasswordHasher;
import org.shuqiao.identity.account.PostgresAccounts;
import org.shuqiao.identity.factor.Factor;
import org.shuqiao.identity.limit.Limit;
import org.shuqiao.identity.limit.NetworkAddress;
import org.shuqiao.identity.limit.PostgresTries;
import org.shuqiao.identity.secret.SecretToken;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signs in by e-mail and password. An address without an account is counted, hashed and refused as one with an account and a
 * wrong password. The name of who is signed in is the account's id, and the details are the id of the session, random and
 * not its cookie's.
 */
@Component
class AccountAuthentication implements AuthenticationProvider {
    private final PostgresAccounts accounts;
    private final PasswordHasher hasher;
    private final PostgresTries tries;

    AccountAuthentication(PostgresAccounts accounts, PasswordHasher hasher, PostgresTries tries) {
        this.accounts = accounts;
        this.hasher = hasher;
        this.tries = tries;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        String from = given.getDetails() instanceof WebAuthenticationDetails details
                ? NetworkAddress.counted(String.valueOf(details.getRemoteAddress()))
                : "";
        Optional<EmailAddress> email = EmailAddress.parse(given.getName());
        String subject = email.map(EmailAddress::key).orElse("none");
        if (!tries.take(Limit.SIGN_IN_PER_ADDRESS, from) || !tries.take(Limit.SIGN_IN_PER_ACCOUNT, subject)) {
            throw new LockedException("too many tries");
        }
        Optional<Account> account = email.flatMap(accounts::find);
        if (!matches(String.valueOf(given.getCredentials()), account) || account.isEmpty()) {
            throw new BadCredentialsException("e-mail or password is wrong");
        }
        tries.forget(Limit.SIGN_IN_PER_ACCOUNT, subject);
        tries.giveBack(Limit.SIGN_IN_PER_ADDRESS, from);
        UsernamePasswordAuthenticationToken signedIn = UsernamePasswordAuthenticationToken.authenticated(
                account.get().id().toString(), null, List.of(Factor.PASSWORD.shown()));
        signedIn.setDetails(sid(signedIn.getName()));
        return signedIn;
    }

    /** Of the session that the account has in this browser already: signing in anew leaves its clients their tokens. */
    private static String sid(String account) {
        return SecurityContextHolder.getContext().getAuthentication()
                                instanceof UsernamePasswordAuthenticationToken before
                        && before.getName().equals(account)
                        && before.getDetails() instanceof String sid
                ? sid
                : SecretToken.create().value();
    }

    private boolean matches(String password, Optional<Account> account) {
        try {
            return hasher.matches(password, account.map(Account::passwordHash).orElse(null));
        } catch (PasswordHasher.Busy e) {
            throw new AuthenticationServiceException("busy", e);
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
