package org.shuqiao.thesaurus;

import java.util.EnumSet;
import org.shuqiao.testkit.ArchitectureContract;
import org.shuqiao.testkit.Technology;

class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        super("thesaurus", EnumSet.noneOf(Technology.class));
    }
}
