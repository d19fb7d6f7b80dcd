// npm ecommpay: signs for the Gate, reads its webhooks, writes addresses of Payment Pages.
'use strict';

const { Callback, Payment, signer } = require('ecommpay');

function read({ callback, secret }) {
  try {
    const read = new Callback(secret, callback);
    return { valid: true, payment: read.getPaymentId(), success: read.isPaymentSuccess() };
  } catch (refused) {
    return { valid: false, why: refused.message };
  }
}

/** The parameters are set one by one, as the SDK's own guide does it: paymentAmount, not payment_amount. */
function page({ page, project, secret, url }) {
  const payment = new Payment(project, secret, {}, url);
  for (const [name, value] of Object.entries(page)) payment[name] = value;
  return { url: payment.getUrl() };
}

module.exports = (asked) => {
  if ('callback' in asked) return read(asked);
  if ('page' in asked) return page(asked);
  return { signature: signer(asked.sign, asked.secret) };
};
