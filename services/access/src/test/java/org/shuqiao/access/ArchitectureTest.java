package org.shuqiao.access;

import java.util.EnumSet;
import org.shuqiao.testkit.ArchitectureContract;
import org.shuqiao.testkit.Technology;

class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        super("access", EnumSet.of(Technology.POSTGRES, Technology.KAFKA));
    }
}
