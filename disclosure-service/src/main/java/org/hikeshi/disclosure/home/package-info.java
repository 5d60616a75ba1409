/**
 * The first page of the desk, {@code /}: three doors for whoever comes.
 *
 * <p>It needs neither database nor broker and keeps answering when everything else is down. Nothing
 * about it is negotiated: it speaks the first language of the policy until the visitor chooses the
 * other one.
 */
@NullMarked
package org.hikeshi.disclosure.home;

import org.jspecify.annotations.NullMarked;
