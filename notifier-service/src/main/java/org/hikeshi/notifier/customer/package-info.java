/**
 * Customers and partners: how to reach them, and what those of them are told who are affected.
 *
 * <p>The registry (E5.4) knows a name, an address and a language for each customer id of the
 * catalogue; name and address are sealed. Which products somebody has is release's knowledge, so
 * who is affected is asked there at the moment of telling ({@code TellingCustomers}), and asked
 * again for as long as release is away. Each customer then has an obligation of their own, with
 * their own products and nobody else's. C1 says what was approved for publication, word by word,
 * fetched by its hash from disclosure. C2 comes before publication and says product, version,
 * urgency and how to get it, nothing else.
 */
@NullMarked
package org.hikeshi.notifier.customer;

import org.jspecify.annotations.NullMarked;
