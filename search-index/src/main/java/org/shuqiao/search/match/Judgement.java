package org.shuqiao.search.match;

import java.util.List;

/** All candidates as judged, each list best first. */
record Judgement(List<Judged> eligible, List<Judged> excluded) {}
