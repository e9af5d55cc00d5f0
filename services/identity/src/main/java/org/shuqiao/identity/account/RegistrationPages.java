package org.shuqiao.identity.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.shuqiao.identity.language.Language;
import org.shuqiao.identity.limit.NetworkAddress;
import org.shuqiao.identity.secret.SecretToken;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages on which an account is asked for and confirmed. */
@Controller
class RegistrationPages {
    private final RegisteringAccount registering;
    private final ConfirmingRegistration confirming;

    RegistrationPages(RegisteringAccount registering, ConfirmingRegistration confirming) {
        this.registering = registering;
        this.confirming = confirming;
    }

    @GetMapping("/register")
    String form() {
        return "register";
    }

    @PostMapping("/register")
    String register(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        model.addAttribute("email", email);
        Optional<EmailAddress> address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            return FormAgain.with("email.invalid", HttpStatus.UNPROCESSABLE_CONTENT, "register", model, response);
        }
        String from = NetworkAddress.counted(request.getRemoteAddr());
        return switch (registering.register(address.get(), password, Language.of(locale), from)) {
            case RegisteringAccount.Result.MailComes _ -> "redirect:/register/sent";
            case RegisteringAccount.Result.Refused(PasswordFault fault) ->
                FormAgain.with(fault.key(), HttpStatus.UNPROCESSABLE_CONTENT, "register", model, response);
            case RegisteringAccount.Result.TooOften _ ->
                FormAgain.with("too-often", HttpStatus.TOO_MANY_REQUESTS, "register", model, response);
        };
    }

    @GetMapping("/register/sent")
    String sent() {
        return "register-sent";
    }

    /** Only shows the form: programs that look at mails open links too. */
    @GetMapping("/register/confirm")
    String confirmForm(@RequestParam(defaultValue = "") String token, Model model) {
        model.addAttribute("token", token);
        return "confirm";
    }

    @PostMapping("/register/confirm")
    String confirm(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        model.addAttribute("token", token);
        String from = NetworkAddress.counted(request.getRemoteAddr());
        return switch (confirming.confirm(new SecretToken(token), password, from)) {
            case ConfirmingRegistration.Result.Confirmed _ -> "redirect:/sign-in?confirmed";
            case ConfirmingRegistration.Result.WrongPassword _ ->
                FormAgain.with("password.not-that-one", HttpStatus.UNPROCESSABLE_CONTENT, "confirm", model, response);
            case ConfirmingRegistration.Result.LinkVoid _ -> {
                response.setStatus(HttpStatus.NOT_FOUND.value());
                yield "link-void";
            }
            case ConfirmingRegistration.Result.TooOften _ ->
                FormAgain.with("too-often", HttpStatus.TOO_MANY_REQUESTS, "confirm", model, response);
        };
    }
}
