package org.shuqiao.search.text;

import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Has the models of each script loaded before the service says it is ready, so that no first search waits for them. */
@Component
class LoadingModels implements ApplicationRunner {
    private static final List<String> ONE_WORD_A_SCRIPT = List.of("ready", "готово", "جاهز");

    private final LanguageDetection detection;

    LoadingModels(LanguageDetection detection) {
        this.detection = detection;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        ONE_WORD_A_SCRIPT.forEach(detection::of);
    }
}
