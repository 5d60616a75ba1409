package org.hikeshi.intake.earlier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;

/**
 * One record as it was given, whichever way.
 *
 * @param record the fields of the JSON form
 * @param place says of a pointer into the record where its giver finds it: row and column, or the
 *     pointer into the whole body
 */
record RecordRow(ObjectNode record, UnaryOperator<String> place) {}
