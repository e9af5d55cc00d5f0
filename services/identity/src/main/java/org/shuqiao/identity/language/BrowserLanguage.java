package org.shuqiao.identity.language;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** The language a browser is answered in: what it chose by {@code ?lang=}, which a cookie keeps, else what it accepts. */
class BrowserLanguage implements LocaleResolver, HandlerInterceptor {
    private static final String PARAMETER = "lang";
    private static final String COOKIE = "__Host-lang";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Language chosen = named(request.getParameter(PARAMETER));
        if (chosen == null) {
            Cookie cookie = WebUtils.getCookie(request, COOKIE);
            chosen = cookie == null ? null : named(cookie.getValue());
        }
        return chosen == null ? accepted(request) : chosen.locale();
    }

    private static Locale accepted(HttpServletRequest request) {
        List<Locale> accepted = Collections.list(request.getLocales());
        for (Locale locale : accepted) {
            Language language = Language.find(locale);
            if (language != null) {
                return language.locale();
            }
        }
        return Language.EN.locale();
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Language chosen = named(request.getParameter(PARAMETER));
        if (chosen != null) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(COOKIE, chosen.tag())
                            .path("/")
                            .secure(true)
                            .httpOnly(true)
                            .sameSite("Lax")
                            .maxAge(Duration.ofDays(365))
                            .build()
                            .toString());
        }
        return true;
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the browser chooses");
    }

    private static @Nullable Language named(@Nullable String tag) {
        return tag == null ? null : Language.find(Locale.of(tag));
    }
}
