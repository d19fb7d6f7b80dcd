// Asks a public SDK what it thinks: one JSON object a line in, one a line out, in turn.
// `node judge.js NAME` asks the one of NAME.js.
'use strict';

const readline = require('node:readline');
const judge = require(`./${process.argv[2]}.js`);

async function listen() {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(await judge(JSON.parse(line)))}\n`);
  }
}

listen();
