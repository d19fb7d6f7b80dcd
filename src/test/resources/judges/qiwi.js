// npm @qiwi/bill-payments-node-js-sdk: makes bills, asks, rejects, gives back; checks notifications.
'use strict';

const THEIRS = 'https://api.qiwi.com';
let ours = THEIRS;

/** Its address is a text within it, so whom it asks to send a request puts ours in its place. */
const request = require('request-promise');
require.cache[require.resolve('request-promise')].exports = (options) =>
  request({ ...options, uri: options.uri.replace(THEIRS, ours) });

const QiwiBillPaymentsAPI = require('@qiwi/bill-payments-node-js-sdk');

function told({ billId, siteId, refundId, status, amount, payUrl }) {
  return {
    bill: billId,
    site: siteId,
    refund: refundId,
    status: status.value ?? status,
    amount: `${amount.value} ${amount.currency}`,
    payUrl,
  };
}

function bill({ amount, comment, expires, back }) {
  return {
    amount: amount.value,
    currency: amount.currency,
    comment,
    expirationDateTime: expires,
    account: 'cust-88',
    successUrl: back,
  };
}

function call(api, { call, id, refund, amount, ...more }) {
  if (call === 'create') return api.createBill(id, bill({ amount, ...more }));
  if (call === 'info') return api.getBillInfo(id);
  if (call === 'cancel') return api.cancelBill(id);
  if (call === 'refundInfo') return api.getRefundInfo(id, refund);
  return api.refund(id, refund, amount.value, amount.currency);
}

function form(api, { key, id, amount, back }) {
  return api.createPaymentForm({
    publicKey: key,
    billId: id,
    amount: amount.value,
    successUrl: back,
  });
}

module.exports = async (asked) => {
  const api = new QiwiBillPaymentsAPI(asked.key);
  const { signature, notification, key } = asked;
  ours = asked.url;
  if (asked.call === 'form') return { url: form(api, asked) };
  if (asked.call === 'check') {
    return { valid: api.checkNotificationSignature(signature, notification, key) };
  }
  try {
    return told(await call(api, asked));
  } catch (refused) {
    return { refused: `${refused.statusCode} ${refused.error?.errorCode ?? refused.message}` };
  }
};
