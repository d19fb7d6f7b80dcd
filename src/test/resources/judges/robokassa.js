// npm @dev-aces/robokassa: writes addresses of payments, checks what comes to the ResultURL.
'use strict';

const { Robokassa } = require('@dev-aces/robokassa');

module.exports = ({ shop, order, result }) => {
  const robokassa = new Robokassa(shop);
  return order
    ? { url: robokassa.generatePaymentUrl(order) }
    : { paid: robokassa.checkPayment(result) };
};
