package brokenwalls.onlythreeroomscallout.tollgate.web;

import io.vertx.ext.mail.MailClient;

record HoleMailClient(MailClient client) {}
