/**
 * The company's identity provider (OpenID Connect) as the door of a deployed workspace.
 *
 * <p>One setting, {@code hikeshi.oidc.server}, switches it on; without it nobody is asked and
 * nothing is contacted. {@link org.hikeshi.web.provider.ProviderSettings} turns the few {@code
 * hikeshi.oidc.*} settings into those of the framework, the same in all five services: one client,
 * one secret for the tokens that the browser carries sealed, so that a session made at one service
 * is good at all. Pages use the authorization code flow with PKCE, {@code /api} takes bearer
 * tokens. {@link org.hikeshi.web.provider.StaffIdentities} makes of a token what the house knows: a
 * staff id and some of the nine roles, nothing else. {@link org.hikeshi.web.provider.Provider}
 * sends a person there and back. The life of the provider's tokens bounds how long a copied cookie
 * is good after a sign-out.
 */
@NullMarked
package org.hikeshi.web.provider;

import org.jspecify.annotations.NullMarked;
