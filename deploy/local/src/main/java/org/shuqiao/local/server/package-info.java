/**
 * Real Elasticsearch, Kafka, PostgreSQL and Redis without Docker: settings go in, four running processes and their
 * addresses come out; their data outlive them, they do not outlive this process.
 */
@NullMarked
package org.shuqiao.local.server;

import org.jspecify.annotations.NullMarked;
