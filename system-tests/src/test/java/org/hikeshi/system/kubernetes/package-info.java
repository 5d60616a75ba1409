/**
 * What {@code k8s/} says, judged without a cluster.
 *
 * <p>The overlays are rendered by {@code kubectl kustomize} and given to two validators of
 * different makers: the models of the Java client find fields that nobody knows, those of npm's
 * {@code kubernetes-models} find values of a wrong type. Then they are compared with what the house
 * has decided elsewhere: {@code routes.yaml}, {@code calls.yaml}, the keys of an installation, the
 * restricted Pod Security Standard. Each check has a broken copy beside it that it has to find.
 */
@NullMarked
package org.hikeshi.system.kubernetes;

import org.jspecify.annotations.NullMarked;
