package org.shuqiao.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuqiao.identity.language.Language;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * Sends a browser to the page one signs in on, in the first language there is of those its client asked for by
 * {@code ui_locales} (OpenID Connect Core 1.0 section 3.1.2.1).
 */
class LanguageOfClient extends LoginUrlAuthenticationEntryPoint {
    LanguageOfClient(String page) {
        super(page);
    }

    @Override
    protected String determineUrlToUseForThisRequest(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception) {
        return getLoginFormUrl()
                + wanted(request.getParameter("ui_locales"))
                        .map(language -> "?lang=" + language.tag())
                        .orElse("");
    }

    private static Optional<Language> wanted(@Nullable String locales) {
        return locales == null
                ? Optional.empty()
                : Arrays.stream(locales.split(" "))
                        .map(tag -> Language.find(Locale.forLanguageTag(tag)))
                        .filter(Objects::nonNull)
                        .findFirst();
    }
}
