package org.shuqiao.gateway.openapi;

import tools.jackson.databind.node.ObjectNode;

/** What a service says about itself, or that it said nothing usable in time. */
sealed interface ServiceDocument {

    /** The name of the service as in the routes. */
    String service();

    record Present(String service, ObjectNode openApi) implements ServiceDocument {}

    record Missing(String service) implements ServiceDocument {}
}
