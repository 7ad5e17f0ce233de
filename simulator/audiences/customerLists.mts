import { bodyOf, ok, listed, ownedOne, type Call, type Handler } from '../api/call.mts';
import { parseRecords, parseRows } from './customerRecords.mts';
import { requireName } from '../api/names.mts';
import { pageOf } from '../api/paging.mts';
import { notFound } from '../api/refusal.mts';
import type { Simulation } from '../simulation.mts';
import type { Body, CustomerList } from '../world/world.mts';

/** People of a list who are at Pinterest: what decides over READY and TOO_SMALL. */
export const matchedPeople = (sim: Simulation, list: CustomerList) =>
	Math.round(list.members.size * sim.settings.matchRate);

export function listStatus(sim: Simulation, list: CustomerList): string {
	const { uploadingMs, processingMs, minimumPeople } = sim.settings;
	const now = sim.clock.now();
	if (now < list.created_time * 1000 + uploadingMs) return 'UPLOADING';
	if (now < list.changedAt + processingMs) return 'PROCESSING';
	return matchedPeople(sim, list) < minimumPeople ? 'TOO_SMALL' : 'READY';
}

function listBody(sim: Simulation, list: CustomerList) {
	return {
		id: list.id,
		ad_account_id: list.ad_account_id,
		name: list.name,
		type: 'customerlist',
		status: listStatus(sim, list),
		created_time: list.created_time,
		updated_time: list.updated_time,
		num_batches: list.num_batches,
		num_uploaded_user_records: list.num_uploaded_user_records,
		num_removed_user_records: list.num_removed_user_records,
		exceptions: {},
	};
}

export const listCustomerLists: Handler = (call) => {
	const all = listed(call, call.sim.world.customerLists);
	const page = pageOf(all, call);
	return ok({ ...page, items: page.items.map((list) => listBody(call.sim, list)) });
};

function listOf(call: Call): CustomerList {
	const found = ownedOne(call, call.sim.world.customerLists, call.params.customer_list_id);
	if (!found) throw notFound('Customer list');
	return found;
}

export const getCustomerList: Handler = (call) => ok(listBody(call.sim, listOf(call)));

export const createCustomerList: Handler = (call) => {
	const { sim } = call;
	const { name, list_type = 'EMAIL', ...sent } = bodyOf(call);
	requireName(name);
	const parsed = membersIn(sent, String(list_type));
	const now = sim.clock.seconds();
	const list: CustomerList = {
		id: sim.world.ids.next('customerList'),
		ad_account_id: call.account.id,
		name: String(name),
		list_type: String(list_type),
		created_time: now,
		updated_time: now,
		num_batches: 1,
		num_uploaded_user_records: parsed.length,
		num_removed_user_records: 0,
		changedAt: sim.clock.now(),
		members: new Set(parsed),
	};
	sim.keep(sim.world.customerLists, list);
	return ok(listBody(sim, list));
};

/** One for each person: of several identifiers the first that there is. */
const membersIn = ({ records, records_v2: rows }: Body, listType: string): string[] =>
	rows === undefined ? parseRecords(String(records), listType) : parseRows(rows as Body[]);

/** Counters rise with every record sent, also for ones that change nothing. */
export const updateCustomerList: Handler = (call) => {
	const list = listOf(call);
	const { operation_type, ...sent } = bodyOf(call);
	const parsed = membersIn(sent, list.list_type);
	if (operation_type === 'ADD') {
		for (const record of parsed) list.members.add(record);
		list.num_uploaded_user_records += parsed.length;
	} else {
		for (const record of parsed) list.members.delete(record);
		list.num_removed_user_records += parsed.length;
	}
	list.num_batches += 1;
	list.updated_time = call.sim.clock.seconds();
	list.changedAt = call.sim.clock.now();
	return ok(listBody(call.sim, list));
};
