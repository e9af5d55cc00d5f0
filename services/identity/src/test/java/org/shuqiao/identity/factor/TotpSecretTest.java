package org.shuqiao.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpSecretTest {
    private static final TotpSecret SECRET = new TotpSecret("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** RFC 6238, appendix B, of whose eight digits an application shows the last six. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void makesTheCodesOfTheStandard(long second, String code) {
        assertThat(SECRET.code(TotpSecret.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @Test
    void isWrittenAsApplicationsReadIt() {
        assertThat(SECRET.uri("anna+x@example.org"))
                .isEqualTo("otpauth://totp/Shuqiao:anna%2Bx%40example.org"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Shuqiao");
        assertThat(SECRET.toString()).doesNotContain("GEZD");
    }

    @Test
    void isAnotherEachTime() {
        assertThat(TotpSecret.create().bytes())
                .hasSize(20)
                .isNotEqualTo(TotpSecret.create().bytes());
    }

    @Test
    void isReadFromThePicture() throws Exception {
        QrCode picture = QrCode.of(SECRET.uri("anna@example.org"));
        BitMatrix modules = new BitMatrix(picture.size() - 8);
        Pattern.compile("M(\\d+) (\\d+)h1v1h-1z")
                .matcher(picture.path())
                .results()
                .forEach((MatchResult at) ->
                        modules.set(Integer.parseInt(at.group(1)) - 4, Integer.parseInt(at.group(2)) - 4));
        assertThat(new Decoder().decode(modules).getText()).isEqualTo(SECRET.uri("anna@example.org"));
    }
}
