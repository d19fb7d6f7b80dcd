// npm freekassa-node: writes addresses of payments, signs notifications for comparison.
'use strict';

const freekassa = require('freekassa-node');

module.exports = ({ fields, word }) => freekassa(fields, word);
