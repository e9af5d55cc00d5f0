package org.shuqiao.listing;

import java.util.EnumSet;
import org.shuqiao.testkit.ArchitectureContract;
import org.shuqiao.testkit.Technology;

class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        super("listing", EnumSet.of(Technology.POSTGRES, Technology.KAFKA));
    }
}
