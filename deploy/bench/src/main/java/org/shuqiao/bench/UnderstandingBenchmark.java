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

/** How long it takes to find the concepts in a text of 2,000 characters, and to say what it is about. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class UnderstandingBenchmark {
    private static final int LENGTH = 2_000;

    @Param({"zh", "ru", "en"})
    private String language = "";

    private String text = "";
    private Recognizer recognizer = new Recognizer(Thesaurus.builtIn());
    private SemanticInterpreter interpreter = new SemanticInterpreter(Thesaurus.builtIn());

    /** Makes the text and what is made once for a language. */
    @Setup
    public void prepare() throws IOException {
        text = new DemoTexts(Path.of(System.getProperty("bench.root", "."), "deploy", "demo")).of(language, LENGTH);
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
}
