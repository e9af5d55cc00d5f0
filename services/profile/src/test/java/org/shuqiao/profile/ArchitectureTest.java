package org.shuqiao.profile;

import java.util.EnumSet;
import org.shuqiao.testkit.ArchitectureContract;
import org.shuqiao.testkit.Technology;

class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        super("profile", EnumSet.of(Technology.POSTGRES));
    }
}
