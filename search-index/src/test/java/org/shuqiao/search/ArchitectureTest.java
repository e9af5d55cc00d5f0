package org.shuqiao.search;

import java.util.EnumSet;
import org.shuqiao.testkit.ArchitectureContract;
import org.shuqiao.testkit.Technology;

class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        super("search", EnumSet.allOf(Technology.class));
    }
}
