import { Ids } from './ids.mts';
import type { Facts } from './facts.mts';

/** What Pinterest would hold. Plain records in the shape of Pinterest's own, beside what it hides. */
export type Body = Record<string, unknown>;

export interface User {
	id: string;
	username: string;
	business_name: string;
}

export interface AdAccount {
	id: string;
	name: string;
	currency: string;
	country: string;
	ownerId: string;
	created_time: number;
	/** User id → permissions. Whoever is not in it has no role on the account. */
	roles: Record<string, string[]>;
}

export interface CustomerList {
	id: string;
	ad_account_id: string;
	name: string;
	list_type: string;
	created_time: number;
	updated_time: number;
	num_batches: number;
	num_uploaded_user_records: number;
	num_removed_user_records: number;
	/** Milliseconds of the last change of members: statuses count from here. */
	changedAt: number;
	members: Set<string>;
}

export interface Audience {
	id: string;
	ad_account_id: string;
	name: string;
	description: string | null;
	audience_type: string;
	rule: Body;
	createdAt: number;
	updatedAt: number;
	removed: boolean;
	/** With whom the ad account shares it. */
	sharedWith?: SharedWith[];
}

export interface SharedWith {
	account_id: string;
	account_name: string;
	account_type: 'AD_ACCOUNT' | 'BUSINESS_ACCOUNT';
	/** Seconds. */
	shared_on_timestamp: number;
}

/** A campaign, ad group or ad: Pinterest's own fields, kept as they were sent. */
export interface AdEntity {
	id: string;
	ad_account_id: string;
	status: string;
	created_time: number;
	updated_time: number;
	fields: Body;
}

export interface Ad extends AdEntity {
	/** Days (since 1970) on which it delivers, the last one open while it still does. */
	delivery: Array<{ from: number; to?: number }>;
	review_status: string;
	rejected_reasons: string[];
	/** Numbers set by a test, by day since 1970, in place of the made-up ones. */
	facts?: Record<number, Partial<Facts>>;
}

export interface Keyword {
	id: string;
	ad_account_id: string;
	parent_id: string;
	parent_type: string;
	match_type: string;
	value: string;
	archived: boolean;
}

export interface Pin {
	id: string;
	ownerId: string;
	board_id: string;
	title: string;
	description: string;
	link: string | null;
	creative_type: string;
	created_at: string;
	deleted: boolean;
}

export interface Board {
	id: string;
	ownerId: string;
	name: string;
	created_at: string;
}

/** What belongs to a user, whichever ad account is asked through. */
export interface OwnedByUser {
	ownerId: string;
}

export interface Catalog extends OwnedByUser {
	id: string;
	name: string;
	catalog_type: string;
	created_at: string;
	updated_at: string;
}

export interface Feed extends OwnedByUser {
	id: string;
	catalog_id: string;
	name: string;
	status: string;
	location: string;
	created_at: string;
	updated_at: string;
}

/** What came of reading a feed. Counts of errors and warnings by their code. */
export interface ProcessingResult {
	id: string;
	feed_id: string;
	/** COMPLETED, FAILED, PROCESSING. */
	status: string;
	created_at: string;
	updated_at: string;
	product_counts: { original: number; ingested: number } | null;
	errors: Record<string, number>;
	warnings: Record<string, number>;
	ingestionErrors: Record<string, number>;
	issues: ItemIssue[];
}

export interface ItemIssue {
	item_number: number;
	item_id: string | null;
	errors: Body;
	warnings: Body;
}

/** A product group as the catalog has it; what an ad group promotes of it is another thing. */
export interface CatalogProductGroup extends OwnedByUser {
	id: string;
	catalog_id: string;
	feed_id: string | null;
	name: string;
	type: string;
	status: string;
	/** Seconds. */
	created_at: number;
	counts: { in_stock: number; out_of_stock: number; preorder: number };
}

export interface ConversionTag {
	id: string;
	ad_account_id: string;
	name: string;
	status: string;
	/** The events that campaigns may optimize for on this tag. */
	events: string[];
	/** Milliseconds; null where it has never fired. */
	lastFiredAt: number | null;
	enhanced_match_status: string;
	/** By the names of the request that made it. */
	configs: Body;
	deleted: boolean;
}

export interface ReceivedEvent {
	ad_account_id: string;
	receivedAt: number;
	test: boolean;
	tokenLabel: string;
	/** An event of the same name and id was processed before. */
	duplicate: boolean;
	event: Body;
}

/** Scores of events that a test has set, in place of those that follow from the events received. */
export interface QualityScore {
	id: string;
	ad_account_id: string;
	/** Left out: both. */
	lookback_period?: string;
	ingestion_source: string;
	source_platform: string;
	overall_status: string;
	quality_components: Body;
}

export interface Report {
	token: string;
	ad_account_id: string;
	createdAt: number;
	request: Body;
	/** Set by a fault: the report ends so instead of FINISHED. */
	fate?: 'FAILED' | 'EXPIRED' | 'CANCELLED';
}

export interface LeadForm {
	id: string;
	ad_account_id: string;
	name: string;
	/** DRAFT, ACTIVE. */
	status: string;
	/** Seconds. */
	created_time: number;
	/** In Pinterest's own terms. */
	questions: Body[];
}

/** Somebody who has sent a lead form. */
export interface Lead {
	id: string;
	ad_account_id: string;
	ad_id: string;
	lead_form_id: string;
	submittedAt: number;
	/** By the question, as the file of an export words it. */
	answers: Record<string, string>;
}

export interface LeadsExport {
	id: string;
	ad_account_id: string;
	ad_id: string;
	/** Milliseconds: from the first moment to the one after the last. */
	from: number;
	until: number;
	createdAt: number;
	/** Set by a fault. */
	failed: boolean;
}

export interface World {
	ids: Ids;
	users: Map<string, User>;
	adAccounts: Map<string, AdAccount>;
	customerLists: Map<string, CustomerList>;
	audiences: Map<string, Audience>;
	campaigns: Map<string, AdEntity>;
	adGroups: Map<string, AdEntity>;
	ads: Map<string, Ad>;
	keywords: Map<string, Keyword>;
	/** What ad groups promote of a catalog. */
	productGroups: Map<string, AdEntity>;
	catalogs: Map<string, Catalog>;
	feeds: Map<string, Feed>;
	processingResults: Map<string, ProcessingResult>;
	catalogProductGroups: Map<string, CatalogProductGroup>;
	pins: Map<string, Pin>;
	boards: Map<string, Board>;
	conversionTags: Map<string, ConversionTag>;
	events: ReceivedEvent[];
	qualityScores: Map<string, QualityScore>;
	/** Ad account, name and id of every event that was processed for real. */
	eventKeys: Set<string>;
	reports: Map<string, Report>;
	leadForms: Map<string, LeadForm>;
	leads: Map<string, Lead>;
	leadsExports: Map<string, LeadsExport>;
	/** When what lists show was created, in milliseconds, by its id. Of the seed: nothing. */
	createdAt: Map<string, number>;
}

export function emptyWorld(): World {
	return {
		ids: new Ids(),
		users: new Map(),
		adAccounts: new Map(),
		customerLists: new Map(),
		audiences: new Map(),
		campaigns: new Map(),
		adGroups: new Map(),
		ads: new Map(),
		keywords: new Map(),
		productGroups: new Map(),
		catalogs: new Map(),
		feeds: new Map(),
		processingResults: new Map(),
		catalogProductGroups: new Map(),
		pins: new Map(),
		boards: new Map(),
		conversionTags: new Map(),
		events: [],
		qualityScores: new Map(),
		eventKeys: new Set(),
		reports: new Map(),
		leadForms: new Map(),
		leads: new Map(),
		leadsExports: new Map(),
		createdAt: new Map(),
	};
}

/** What differs from instance to instance, and may be changed while it runs. */
export interface Settings {
	/** A new customer list is UPLOADING so long, … */
	uploadingMs: number;
	/** … then PROCESSING until so long after its last change. */
	processingMs: number;
	/** An audience is INITIALIZING so long. */
	initialisingMs: number;
	/** Share of the distinct records of a list that belong to somebody at Pinterest. */
	matchRate: number;
	/** Fewer matched people than this make a list or an audience TOO_SMALL. */
	minimumPeople: number;
	/** A report is IN_PROGRESS so long. */
	reportMs: number;
	/** What was created less than this ago is not in the lists yet. Asked for by its id, it is there. */
	listLagMs: number;
	/** So long after its work is done a request of the API is answered. In real time, over HTTP only. */
	answerMs: number;
	/** A page of a list holds no more than so many, whatever is asked for. */
	largestPage: number;
	/** Bodies above this are answered with 413. */
	maxBodyBytes: number;
	/** Trial access: its daily limits in place of the limits per minute. */
	trial: boolean;
	/** Requests a window by category, over the published ones. */
	limits: Record<string, number>;
	/** Whether the ledger keeps request bodies: a load test may want its memory back. */
	keepBodies: boolean;
}

export const defaultSettings = (): Settings => ({
	uploadingMs: 60_000,
	processingMs: 30 * 60_000,
	initialisingMs: 60 * 60_000,
	matchRate: 1,
	minimumPeople: 100,
	reportMs: 2_000,
	listLagMs: 0,
	answerMs: 0,
	largestPage: 250,
	maxBodyBytes: 5 * 1024 * 1024,
	trial: false,
	limits: {},
	keepBodies: true,
});
