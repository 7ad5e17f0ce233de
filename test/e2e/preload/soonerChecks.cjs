'use strict';
// Loaded into an n8n process with NODE_OPTIONS=--require: what n8n looks for once a minute (pauses that are over)
// it looks for every second. When a pause is over stays the database's to say.
const { setInterval: real } = globalThis;

globalThis.setInterval = (callback, ms, ...values) =>
	real(callback, ms === 60_000 ? 1_000 : ms, ...values);
