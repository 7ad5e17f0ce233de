import { PinterestAdsError } from '../../client/errors';
import { mayRun, type ConnectionState } from '../../connection/connectionState';
import type { PreparedConversion } from '../../conversions/prepareConversions';
import type { KnownConnection } from '../connection';
import type { ColumnsOf, CONVERSIONS } from '../tables';
import { CONVERSION_RULES } from './rules';

/** The connection that everything works with; the other rows only allow callers to name their ad accounts. */
export const mainOf = (connections: readonly KnownConnection[]): KnownConnection =>
	connections.find(({ connection_key: key }) => key === 'main') ?? {};

export const isActive = ({ status }: KnownConnection): boolean =>
	Boolean(status) && mayRun(status as ConnectionState);

/**
 * What is written down of a conversion before it is sent.
 * @param connections all rows of the connection's table
 * @param now milliseconds
 * @returns a row that is `pending` where it is sent at once. An offline one is `failed` until somebody has taken it
 * to send it: what was cut off before that has certainly not been sent.
 * @throws PinterestAdsError `invalid` where it names an ad account that is not connected
 */
export function newConversionRow(
	conversion: PreparedConversion & { readonly carried?: string },
	connections: readonly KnownConnection[],
	now: number,
): ColumnsOf<typeof CONVERSIONS> {
	const { event_id, event_name, action_source, order_id, ad_account_id, event } = conversion;
	const refusal = accountRefusal(conversion, connections);
	if (refusal) throw refusal;
	return {
		...{ event_id, event_name, action_source, order_id, ad_account_id, event },
		event_time: new Date(conversion.event_time * 1000).toISOString(),
		carried: conversion.carried,
		...howItWaits(action_source, isActive(mainOf(connections)), now),
		attempts: 0,
	};
}

/** Why a conversion is not taken that names an ad account of its own. */
export function accountRefusal(
	{ ad_account_id }: Pick<PreparedConversion, 'ad_account_id'>,
	connections: readonly KnownConnection[],
): PinterestAdsError | undefined {
	const mayCome = ad_account_id === undefined || isConnected(ad_account_id, connections);
	return mayCome ? undefined : notConnected();
}

const isConnected = (adAccountId: string, connections: readonly KnownConnection[]) =>
	connections.some(({ ad_account_id: known }) => known === adAccountId);

function howItWaits(source: string, active: boolean, now: number): ColumnsOf<typeof CONVERSIONS> {
	if (!active) return waiting(NOT_CONNECTED, now);
	if (source !== 'offline') return { status: 'pending' };
	return waiting(NOT_TAKEN_YET, now + CONVERSION_RULES.cutOffAfter * 60_000);
}

const waiting = (error_message: string, due: number) => ({
	status: 'failed',
	error_message,
	next_attempt_at: new Date(due).toISOString(),
});

const NOT_CONNECTED =
	'Not sent yet: Pinterest is not connected. It is sent once the connection is active again.';

const NOT_TAKEN_YET = 'Not sent yet: it is written down, and nobody has begun to send it.';

function notConnected(): PinterestAdsError {
	const field = 'ad_account_id';
	const message = 'is not an ad account that is connected';
	const help = 'Leave it out, or have its row added to the table pinterest_connection';
	return new PinterestAdsError('invalid', `The conversion was not sent. ${field}: ${message}`, {
		field,
		hint: `${help}.`,
		details: { problems: [{ field, message: `${message}. ${help}` }] },
	});
}
