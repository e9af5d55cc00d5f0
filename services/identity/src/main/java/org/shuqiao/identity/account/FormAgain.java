package org.shuqiao.identity.account;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/** A form that is shown once more, saying what was wrong. */
public final class FormAgain {
    private FormAgain() {}

    /** @param fault the key of what is said */
    public static String with(String fault, HttpStatus status, String view, Model model, HttpServletResponse response) {
        response.setStatus(status.value());
        model.addAttribute("fault", fault);
        return view;
    }
}
