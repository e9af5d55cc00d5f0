package org.shuqiao.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.shuqiao.identity.account.PasswordHasher;
import org.shuqiao.identity.language.Language;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The page one signs in on, and what all pages have. */
@Controller
@ControllerAdvice
class SignInPage {
    /** What the page may have to say first, by the query it is opened with. */
    private static final List<String> NOTICES = List.of("confirmed", "changed", "ended");

    private static final List<String> FAULTS = List.of("wrong", "too-often", "busy");

    @GetMapping("/sign-in")
    String form(HttpServletRequest request, Model model) {
        NOTICES.stream()
                .filter(notice -> request.getParameter(notice) != null)
                .findFirst()
                .ifPresent(notice -> model.addAttribute("notice", "sign-in." + notice));
        FAULTS.stream()
                .filter(fault -> request.getParameter(fault) != null)
                .findFirst()
                .ifPresent(fault -> model.addAttribute("fault", fault.equals("wrong") ? "sign-in.wrong" : fault));
        return "sign-in";
    }

    @ModelAttribute("languages")
    Language[] languages() {
        return Language.values();
    }

    @ExceptionHandler(PasswordHasher.Busy.class)
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    String busy() {
        return "busy";
    }
}
