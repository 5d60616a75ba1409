/**
 * The rules of the house, checked on compiled classes and on the sources of every module.
 *
 * <p>They hold what a reviewer would otherwise have to notice each time: who may depend on whom,
 * where JDBC, HTTP and mail may be touched, which names are not words of this field, and how large
 * files and methods have become. Every rule says why it is there, in the sentence that a red build
 * prints.
 */
@NullMarked
package org.hikeshi.system.house;

import org.jspecify.annotations.NullMarked;
