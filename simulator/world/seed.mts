import { dayOf } from './delivery.mts';
import { plantCatalogs } from './seedCatalogs.mts';
import { plantHistory } from './seedHistory.mts';
import { plantLeads } from './seedLeads.mts';
import { SEED } from './seedIds.mts';
import type { MovableClock } from './clock.mts';
import type { World } from './world.mts';
import { ALL_SCOPES, type Tokens } from './tokens.mts';

/** Long ago: accounts and Pins are older than any report may look back. */
const LONG_AGO = Date.UTC(2024, 0, 15) / 1000;

/** What the seed is planted in. */
interface Ground {
	readonly clock: MovableClock;
	readonly tokens: Tokens;
	readonly world: World;
}

/** The world every simulator begins with. */
export function plantSeed(sim: Ground): void {
	plantUsers(sim);
	plantAdAccounts(sim);
	plantPins(sim);
	plantCatalogs(sim.world, sim.clock.now());
	plantTokens(sim);
	plantHistory(sim.world, dayOf(sim.clock.now()));
	plantLeads(sim.world, sim.clock.now());
}

function plantUsers({ world }: Ground): void {
	for (const [id, username, business_name] of [
		[SEED.userId, 'examplehome', SEED.business],
		[SEED.otherUserId, 'someoneelse', 'Someone Else'],
		[SEED.noAccountUserId, 'newbusiness', 'New Business'],
		[SEED.analystUserId, 'analyst', 'Example Analyst'],
	]) {
		world.users.set(id, { id, username, business_name });
	}
}

function plantAdAccounts({ clock, world }: Ground): void {
	const account = (id: string, name: string, currency: string, country: string, owner: string) => ({
		id,
		name,
		currency,
		country,
		ownerId: owner,
		created_time: LONG_AGO,
		roles: { [owner]: ['OWNER'] } as Record<string, string[]>,
	});
	const dollars = account(SEED.adAccountId, 'Example Shop', 'USD', 'US', SEED.userId);
	dollars.roles[SEED.analystUserId] = ['ANALYST'];
	world.adAccounts.set(dollars.id, dollars);
	const euros = account(SEED.euroAdAccountId, 'Example Shop Europe', 'EUR', 'DE', SEED.userId);
	world.adAccounts.set(euros.id, euros);
	const foreign = account(SEED.foreignAdAccountId, 'Elsewhere', 'USD', 'US', SEED.otherUserId);
	world.adAccounts.set(foreign.id, foreign);
	const events = ['PAGE_VISIT', 'SIGNUP', 'CHECKOUT', 'SEARCH', 'ADD_TO_CART', 'LEAD'];
	for (const [id, ad_account_id] of [
		[SEED.conversionTagId, SEED.adAccountId],
		[SEED.euroConversionTagId, SEED.euroAdAccountId],
	]) {
		world.conversionTags.set(id, {
			id,
			ad_account_id,
			name: 'Example shop tag',
			status: 'ACTIVE',
			events,
			lastFiredAt: clock.now() - 3_600_000,
			enhanced_match_status: 'VALIDATION_COMPLETE',
			configs: { aem_enabled: true },
			deleted: false,
		});
	}
}

function plantPins({ world }: Ground): void {
	const created_at = '2025-06-01T09:00:00';
	const board = { id: SEED.boardId, ownerId: SEED.userId, name: 'Living room ideas', created_at };
	world.boards.set(board.id, board);
	const pins: Array<[keyof typeof SEED.pins, string, string]> = [
		['image', 'Minimalist desk setup', 'REGULAR'],
		['image2', 'Small balcony, big garden', 'REGULAR'],
		['video', 'How to fold a linen curtain', 'VIDEO'],
		['product', 'Oak side table', 'REGULAR'],
		['carousel', 'Five ways to style a shelf', 'CAROUSEL'],
		['deleted', 'Last season', 'REGULAR'],
		['foreign', 'Somebody else’s lamp', 'REGULAR'],
	];
	for (const [key, title, creative_type] of pins) {
		world.pins.set(SEED.pins[key], {
			id: SEED.pins[key],
			ownerId: key === 'foreign' ? SEED.otherUserId : SEED.userId,
			board_id: SEED.boardId,
			title,
			description: `${title}, from our shop`,
			link: `https://shop.example.com/${key}`,
			creative_type,
			created_at,
			deleted: key === 'deleted',
		});
	}
}

function plantTokens({ tokens }: Ground): void {
	const { userId } = SEED;
	const named = SEED.tokens;
	tokens.mint({ value: named.access, label: 'business', userId });
	tokens.mint({ value: named.refresh, label: 'business-refresh', kind: 'refresh', userId });
	tokens.mint({ value: named.readOnly, label: 'read-only', userId, scopes: ['ads:read'] });
	tokens.mint({
		value: named.noAdAccounts,
		label: 'no-ad-accounts',
		userId: SEED.noAccountUserId,
		scopes: ALL_SCOPES,
	});
	tokens.mint({ value: named.expired, label: 'expired', userId, expiresIn: -1 });
	tokens.mint({
		value: named.noCatalogs,
		label: 'no-catalogs',
		userId,
		scopes: ALL_SCOPES.filter((scope) => scope !== 'catalogs:read'),
	});
	tokens.mint({ value: named.analyst, label: 'analyst', userId: SEED.analystUserId });
	tokens.mint({ value: named.conversion, label: 'conversion', kind: 'conversion', userId });
}
