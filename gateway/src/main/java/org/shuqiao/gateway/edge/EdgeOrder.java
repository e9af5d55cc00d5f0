package org.shuqiao.gateway.edge;

/** The order of the filters every request passes before it is routed. Later filters may rely on earlier ones. */
public final class EdgeOrder {
    static final int TRACE = -100;
    static final int SECURITY_HEADERS = -90;
    static final int PLAIN_REQUEST = -80;
    static final int ORIGIN = -70;
    public static final int CALLER = -65;
    public static final int QUOTA = -60;
    public static final int ADMISSION = -55;
    static final int BODY = -50;

    private EdgeOrder() {}
}
