package org.hikeshi.triage.standing;

import java.time.Instant;
import java.util.Optional;

/**
 * The one thing to do now.
 *
 * @param code what, a task kind or a step: {@code confirm-report}, {@code assess}, …
 * @param role who may do it; empty if it is somebody outside, or nobody
 * @param dueAt until when, if it has a date; UTC
 */
public record NextAction(String code, String role, Optional<Instant> dueAt) {
    static final NextAction NONE = new NextAction("none", "", Optional.empty());
}
