package org.shuqiao.identity.factor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.identity.account.FormAgain;
import org.shuqiao.identity.account.PostgresAccounts;
import org.shuqiao.identity.limit.NetworkAddress;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages on which the second step is switched on and off; open for some minutes after a sign-in only. */
@Controller
class FactorPages {
    private final PostgresAccounts accounts;
    private final PostgresTotp totp;
    private final PostgresRecoveryCodes recoveryCodes;
    private final ConfirmingTotp confirming;
    private final RemovingTotp removing;
    private final CheckingCode checking;
    private final CompletingSignIn completing;
    private final TransactionTemplate transaction;

    FactorPages(
            PostgresAccounts accounts,
            PostgresTotp totp,
            PostgresRecoveryCodes recoveryCodes,
            ConfirmingTotp confirming,
            RemovingTotp removing,
            CheckingCode checking,
            CompletingSignIn completing,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.totp = totp;
        this.recoveryCodes = recoveryCodes;
        this.confirming = confirming;
        this.removing = removing;
        this.checking = checking;
        this.completing = completing;
        this.transaction = transaction;
    }

    @GetMapping("/factors")
    String show(Authentication signedIn, @RequestParam(required = false) @Nullable String off, Model model) {
        if (off != null) {
            model.addAttribute("notice", "factors.removed");
        }
        return page(id(signedIn), model);
    }

    private String page(UUID account, Model model) {
        model.addAttribute("on", totp.isOn(account));
        model.addAttribute("left", recoveryCodes.left(account));
        return "factors";
    }

    /** What only answers a form, opened as a page, say to change its language. */
    @GetMapping({"/factors/totp/offer", "/factors/totp/confirm", "/factors/totp/remove", "/factors/codes"})
    String start() {
        return "redirect:/factors";
    }

    @PostMapping("/factors/totp/offer")
    String offer(Authentication signedIn) {
        totp.offer(id(signedIn), TotpSecret.create());
        return "redirect:/factors/totp";
    }

    @GetMapping("/factors/totp")
    String offered(Authentication signedIn, Model model) {
        Optional<TotpSecret> secret = totp.offered(id(signedIn));
        if (secret.isEmpty()) {
            return "redirect:/factors";
        }
        String email = accounts.find(id(signedIn)).orElseThrow().email();
        String uri = secret.get().uri(email);
        model.addAttribute("secret", secret.get().base32());
        model.addAttribute("uri", uri);
        model.addAttribute("qr", QrCode.of(uri));
        return "totp";
    }

    @PostMapping("/factors/totp/confirm")
    String confirm(
            Authentication signedIn,
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        List<String> codes = confirming.confirm(id(signedIn), code);
        if (codes.isEmpty()) {
            return FormAgain.with(
                    "code.wrong", HttpStatus.UNPROCESSABLE_CONTENT, offered(signedIn, model), model, response);
        }
        completing.complete(signedIn, request, response);
        model.addAttribute("codes", codes);
        return "recovery-codes";
    }

    @PostMapping("/factors/codes")
    String renew(
            Authentication signedIn,
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        UUID account = id(signedIn);
        CheckingCode.Result result = checking.check(account, code, from(request));
        if (result != CheckingCode.Result.TAKEN) {
            return refused(result, account, model, response);
        }
        model.addAttribute("codes", transaction.execute(_ -> recoveryCodes.renew(account)));
        return "recovery-codes";
    }

    @PostMapping("/factors/totp/remove")
    String remove(
            Authentication signedIn,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        UUID account = id(signedIn);
        CheckingCode.Result result = removing.remove(account, password, code, from(request));
        return result == CheckingCode.Result.TAKEN
                ? "redirect:/factors?off"
                : refused(result, account, model, response);
    }

    private String refused(CheckingCode.Result result, UUID account, Model model, HttpServletResponse response) {
        return result == CheckingCode.Result.WRONG
                ? FormAgain.with(
                        "factors.wrong", HttpStatus.UNPROCESSABLE_CONTENT, page(account, model), model, response)
                : FormAgain.with("too-often", HttpStatus.TOO_MANY_REQUESTS, page(account, model), model, response);
    }

    private static UUID id(Authentication signedIn) {
        return UUID.fromString(signedIn.getName());
    }

    private static String from(HttpServletRequest request) {
        return NetworkAddress.counted(request.getRemoteAddr());
    }
}
