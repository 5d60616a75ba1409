/**
 * The common look of every page.
 *
 * <p>A resource asks {@link org.hikeshi.web.Visit} for a {@link org.hikeshi.web.Page} and hands it
 * to its Qute template, which includes {@code hikeshi/layout}. The page knows its language, says
 * every sentence of the interface from {@link org.hikeshi.web.Words}, and points at the service's
 * own copy of style sheet and scripts. Whose desk it is comes from the {@link org.hikeshi.web.Desk}
 * bean each service provides, because this module knows no policy. The doors in front of the pages
 * are in {@code doors}, refusals of the APIs in {@code problem}, local people in {@code people}.
 * There is no service logic here.
 */
@NullMarked
package org.hikeshi.web;

import org.jspecify.annotations.NullMarked;
