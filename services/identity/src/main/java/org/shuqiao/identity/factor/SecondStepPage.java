package org.shuqiao.identity.factor;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.identity.account.FormAgain;
import org.shuqiao.identity.limit.NetworkAddress;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that asks for a code after the password. */
@Controller
class SecondStepPage {
    private final CheckingCode checking;
    private final CompletingSignIn completing;
    private final SavedRequestAwareAuthenticationSuccessHandler back =
            new SavedRequestAwareAuthenticationSuccessHandler();

    SecondStepPage(CheckingCode checking, CompletingSignIn completing) {
        this.checking = checking;
        this.completing = completing;
        back.setDefaultTargetUrl("/sessions");
    }

    @GetMapping("/sign-in/code")
    String form() {
        return "code";
    }

    @PostMapping("/sign-in/code")
    @Nullable
    String check(
            Authentication first,
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        String from = NetworkAddress.counted(request.getRemoteAddr());
        return switch (checking.check(UUID.fromString(first.getName()), code, from)) {
            case TAKEN -> {
                completing.complete(first, request, response);
                back.onAuthenticationSuccess(request, response, first);
                yield null;
            }
            case WRONG -> FormAgain.with("code.wrong", HttpStatus.UNPROCESSABLE_CONTENT, "code", model, response);
            case TOO_OFTEN -> FormAgain.with("too-often", HttpStatus.TOO_MANY_REQUESTS, "code", model, response);
        };
    }
}
