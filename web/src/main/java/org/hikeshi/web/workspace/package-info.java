/**
 * Trial or deployed: what a workspace with real reports refuses to start with.
 *
 * <p>A trial lets everybody begin at once: people with passwords in a file, plain HTTP, keys that
 * the launcher makes. {@link org.hikeshi.web.workspace.DeployedWorkspace} sees to it that none of
 * this is there once {@code hikeshi.workspace} says {@code deployed}; each refusal is one sentence
 * that names the setting. What needs the database or the policy is judged in casefile.
 */
@NullMarked
package org.hikeshi.web.workspace;

import org.jspecify.annotations.NullMarked;
