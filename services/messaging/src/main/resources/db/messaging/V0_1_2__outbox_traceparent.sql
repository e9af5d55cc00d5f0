-- The trace an event was appended in (W3C Trace Context), if there was one.
ALTER TABLE outbox ADD COLUMN traceparent text;
