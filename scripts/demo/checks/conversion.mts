import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { exactlyOne } from '../../exactly-one.mts';
import type { SimulatorProcess } from '../../processes/simulator.mts';

/** A checkout as a shop reports it. */
export interface Checkout {
	readonly event_name: 'checkout';
	readonly event_id: string;
	readonly email: string;
	readonly value: number;
	readonly currency: string;
	readonly order_id: string;
}

/**
 * Checks that the checkout has arrived once, under its own id, with the email hashed and nowhere in
 * clear.
 */
export async function checkConversion(simulator: SimulatorProcess, sent: Checkout): Promise<void> {
	const { events } = await simulator.state();
	const { event } = exactlyOne(
		events.filter((received) => received.event.event_id === sent.event_id),
		'event',
	);
	const address = sent.email.trim().toLowerCase();
	assert.equal(event.event_name, sent.event_name);
	const { em } = event.user_data as { em: string[] };
	assert.deepEqual(em, [createHash('sha256').update(address).digest('hex')], 'the hashed email');
	const { value, currency } = event.custom_data as { value: string; currency: string };
	assert.deepEqual({ value, currency }, { value: String(sent.value), currency: sent.currency });
	const requests = (await simulator.ledger()).filter(({ path }) => path.endsWith('/events'));
	assert.ok(!JSON.stringify(requests).toLowerCase().includes(address), 'no address in clear');
}
