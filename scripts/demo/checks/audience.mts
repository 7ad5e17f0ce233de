import assert from 'node:assert/strict';
import { exactlyOne } from '../../exactly-one.mts';
import type { Row } from '../../n8n/tables.mts';
import type { SimulatorProcess } from '../../processes/simulator.mts';

/** The one customer list and the one audience of this name. */
export async function audienceAtPinterest(simulator: SimulatorProcess, name: string) {
	const state = await simulator.state();
	const list = exactlyOne(
		state.customerLists.filter((one) => one.name === name),
		'customer list',
	);
	const audience = exactlyOne(
		state.audiences.filter((one) => one.name === name),
		'audience',
	);
	return { listId: list.id, members: list.members, audienceId: String(audience.id), audience };
}

/**
 * Checks that the list holds exactly these addresses, and that the audience's record says where.
 * @returns what was found, in words
 */
export async function checkSync(
	simulator: SimulatorProcess,
	record: Row,
	expected: readonly string[],
): Promise<string> {
	const found = await audienceAtPinterest(simulator, String(record.name));
	assert.deepEqual([...found.members].sort(), [...expected].sort(), 'members of the list');
	assert.equal(found.audience.audience_type, 'CUSTOMER_LIST');
	assert.equal(record.sync_status, 'synced');
	assert.equal(record.customer_list_id, found.listId);
	assert.equal(record.pinterest_audience_id, found.audienceId);
	const counts = `${String(record.contacts_valid)} of ${String(record.contacts_received)} contacts`;
	return `${counts}, list ${found.listId}, audience ${found.audienceId}`;
}
