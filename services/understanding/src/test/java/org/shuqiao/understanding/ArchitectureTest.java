package org.shuqiao.understanding;

import java.util.EnumSet;
import org.shuqiao.testkit.ArchitectureContract;
import org.shuqiao.testkit.Technology;

class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        super("understanding", EnumSet.noneOf(Technology.class));
    }
}
