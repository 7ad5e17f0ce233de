import { ok, type Handler } from '../api/call.mts';
import { pageOf } from '../api/paging.mts';
import { notFound } from '../api/refusal.mts';
import type { AdAccount } from '../world/world.mts';
import type { Simulation } from '../simulation.mts';

function adAccountBody(sim: Simulation, account: AdAccount, userId: string) {
	const owner = sim.world.users.get(account.ownerId);
	return {
		id: account.id,
		name: account.name,
		owner: { id: account.ownerId, username: owner?.username ?? '' },
		country: account.country,
		currency: account.currency,
		permissions: account.roles[userId] ?? [],
		created_time: account.created_time,
		updated_time: account.created_time,
	};
}

export const listAdAccounts: Handler = ({ sim, query, token, fault }) => {
	const seen = [...sim.world.adAccounts.values()].filter(
		(account) =>
			token.userId in account.roles &&
			(query.include_shared_accounts !== false || account.ownerId === token.userId),
	);
	const page = pageOf(seen, { sim, query, fault });
	return ok({
		...page,
		items: page.items.map((account) => adAccountBody(sim, account, token.userId)),
	});
};

export const getAdAccount: Handler = ({ sim, account, token }) =>
	ok(adAccountBody(sim, account, token.userId));

export const getUserAccount: Handler = ({ sim, token }) => {
	const user = sim.world.users.get(token.userId);
	if (!user) throw notFound('User', 30);
	const { pins, boards } = sim.world;
	return ok({
		id: user.id,
		username: user.username,
		business_name: user.business_name,
		account_type: 'BUSINESS',
		about: '',
		profile_image: 'https://i.example.com/profile.jpg',
		website_url: 'https://shop.example.com',
		board_count: [...boards.values()].filter((board) => board.ownerId === user.id).length,
		pin_count: [...pins.values()].filter((pin) => pin.ownerId === user.id).length,
		follower_count: 0,
		following_count: 0,
		monthly_views: 0,
	});
};
