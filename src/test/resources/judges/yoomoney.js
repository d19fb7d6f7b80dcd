// npm yoomoney-sdk: writes the form, checks notifications by sha1_hash, asks the history.
'use strict';

const { API, NotificationChecker, PaymentFormBuilder } = require('yoomoney-sdk');

function check({ notification, secret }) {
  try {
    return { valid: true, read: new NotificationChecker(secret).check(notification) };
  } catch (refused) {
    return { valid: false, why: refused.message };
  }
}

async function history({ url, token, history }) {
  try {
    return await new API(token, `${url}/api`).operationHistory(history);
  } catch (refused) {
    return { refused: refused.code ?? refused.message };
  }
}

module.exports = (asked) => {
  if ('form' in asked) return { html: new PaymentFormBuilder(asked.form).buildHtml() };
  return 'notification' in asked ? check(asked) : history(asked);
};
