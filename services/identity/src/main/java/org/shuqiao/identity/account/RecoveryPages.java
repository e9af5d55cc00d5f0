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

/** The pages on which a link is asked for and a new password is set. */
@Controller
class RecoveryPages {
    private final RequestingRecovery requesting;
    private final ResettingPassword resetting;

    RecoveryPages(RequestingRecovery requesting, ResettingPassword resetting) {
        this.requesting = requesting;
        this.resetting = resetting;
    }

    @GetMapping("/recover")
    String form() {
        return "recover";
    }

    @PostMapping("/recover")
    String request(
            @RequestParam(defaultValue = "") String email,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<EmailAddress> address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            return FormAgain.with("email.invalid", HttpStatus.UNPROCESSABLE_CONTENT, "recover", model, response);
        }
        String from = NetworkAddress.counted(request.getRemoteAddr());
        return switch (requesting.request(address.get(), Language.of(locale), from)) {
            case RequestingRecovery.Result.MailComes _ -> "redirect:/recover/sent";
            case RequestingRecovery.Result.TooOften _ ->
                FormAgain.with("too-often", HttpStatus.TOO_MANY_REQUESTS, "recover", model, response);
        };
    }

    @GetMapping("/recover/sent")
    String sent() {
        return "recover-sent";
    }

    @GetMapping("/recover/reset")
    String resetForm(@RequestParam(defaultValue = "") String token, Model model) {
        model.addAttribute("token", token);
        return "reset";
    }

    @PostMapping("/recover/reset")
    String reset(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        model.addAttribute("token", token);
        String from = NetworkAddress.counted(request.getRemoteAddr());
        return switch (resetting.reset(new SecretToken(token), password, from)) {
            case ResettingPassword.Result.Changed _ -> "redirect:/sign-in?changed";
            case ResettingPassword.Result.Refused(PasswordFault fault) ->
                FormAgain.with(fault.key(), HttpStatus.UNPROCESSABLE_CONTENT, "reset", model, response);
            case ResettingPassword.Result.LinkVoid _ -> {
                response.setStatus(HttpStatus.NOT_FOUND.value());
                yield "link-void";
            }
            case ResettingPassword.Result.TooOften _ ->
                FormAgain.with("too-often", HttpStatus.TOO_MANY_REQUESTS, "reset", model, response);
        };
    }
}
