/** Invitations to join an organization: made by who manages its members, accepted by the account that has the secret. */
@NullMarked
package org.shuqiao.profile.invitation;

import org.jspecify.annotations.NullMarked;
