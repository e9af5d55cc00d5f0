package org.shuqiao.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.shuqiao.thesaurus.ConceptVector;
import org.shuqiao.thesaurus.Mention;
import org.shuqiao.thesaurus.Recognizer;
import org.shuqiao.thesaurus.SemanticInterpreter;
import org.shuqiao.thesaurus.SemanticInterpreter.Passage;
import org.shuqiao.thesaurus.Thesaurus;
import org.shuqiao.understanding.Understanding;
import org.shuqiao.understanding.UnderstandingText;

/**
 * How long it takes to find the concepts in a text of 2,000 characters ({@code recognize}), with all else it says ({@code
 * understand}), and to say what it is about ({@code interpret}).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class UnderstandingBenchmark {
    private static final int LENGTH = 2_000;

    @Param({"zh", "ru", "en"})
    private String language = "";

    private String text = "";
    private final Recognizer recognizer = new Recognizer(Thesaurus.builtIn());
    private final SemanticInterpreter interpreter = new SemanticInterpreter(Thesaurus.builtIn());
    private final UnderstandingText understanding = new UnderstandingText(() -> recognizer);

    /** Makes the text, and lets be made what is made once for a language. */
    @Setup
    public void prepare() throws IOException {
        text = new DemoTexts(Path.of(System.getProperty("bench.root", "."), "deploy", "demo")).of(language, LENGTH);
        understand();
        if (recognize().isEmpty() || interpret().size() == 0) {
            throw new IllegalStateException("nothing is found in the text in " + language);
        }
    }

    @Benchmark
    public List<Mention> recognize() {
        return recognizer.recognize(text, language);
    }

    @Benchmark
    public ConceptVector interpret() {
        return interpreter.interpret(List.of(new Passage(text, language, 1)));
    }

    @Benchmark
    public Understanding understand() {
        return understanding.understand(text, language);
    }
}
