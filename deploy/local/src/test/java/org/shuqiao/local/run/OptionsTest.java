package org.shuqiao.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqiao.local.process.StartFailure;

class OptionsTest {

    @Test
    void takesNoneOfThem() throws StartFailure {
        assertThat(Options.parse(List.of())).isEqualTo(new Options(false, false, Optional.empty(), 0));
    }

    @Test
    void takesAllOfThem(@TempDir Path folder) throws StartFailure {
        assertThat(Options.parse(
                        List.of("--once", "--catalogue", folder.toString(), "--fresh", "--port-offset", "1000")))
                .isEqualTo(new Options(true, true, Optional.of(folder), 1000));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --again               | unknown option --again; --help lists the options
            --catalogue           | --catalogue needs a value; --help lists the options
            --catalogue /no/where | --catalogue expects a folder, there is none at /no/where
            --port-offset ten     | --port-offset expects a number from 0 to 30000, got ten
            --port-offset -1      | --port-offset expects a number from 0 to 30000, got -1
            --port-offset 30001   | --port-offset expects a number from 0 to 30000, got 30001
            """)
    void refusesTheRestInOneLine(String arguments, String line) {
        assertThatThrownBy(() -> Options.parse(List.of(arguments.split(" "))))
                .isInstanceOf(StartFailure.class)
                .hasMessage(line);
    }
}
