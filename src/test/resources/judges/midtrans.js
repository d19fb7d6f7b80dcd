// npm midtrans-client: drives the Core API.
'use strict';

const { CoreApi } = require('midtrans-client');

/** It has no option for another address, but asks a method of its own for it each time. */
function client({ url, key }) {
  const core = new CoreApi({ isProduction: false, serverKey: key, clientKey: '' });
  core.apiConfig.getCoreApiBaseUrl = () => url;
  return core;
}

function told(core, { call, id, body }) {
  if (call === 'charge') return core.charge(body);
  if (call === 'notification') return core.transaction.notification(body);
  return core.transaction[call](id, body);
}

module.exports = async (asked) => {
  try {
    return await told(client(asked), asked);
  } catch (refused) {
    return { refused: `${refused.httpStatusCode ?? refused.message}` };
  }
};
