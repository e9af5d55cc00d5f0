package org.shuqiao.identity.account;

import org.shuqiao.identity.language.Language;

/** What was asked for and is not confirmed yet. */
record Registration(EmailAddress email, Language language, String passwordHash) {}
