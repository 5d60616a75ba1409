/**
 * What reporter and desk say to each other about one report, sealed with its content key (A4, Z5).
 * Each report has a conversation of its own: whoever shares a case with another finder sees nothing
 * of the other. The desk writes and asks, the reporter replies and adds files; what triage, release
 * and disclosure have to tell in prose arrives as a message too, once per event however often it is
 * sent ({@link org.hikeshi.intake.conversation.RecordingTold}), because prose goes by this page or
 * by encrypted mail only. Each message of a person is a thin fact for the other services; its words
 * leave intake only to the notifier, at the moment of sending.
 */
@NullMarked
package org.hikeshi.intake.conversation;

import org.jspecify.annotations.NullMarked;
