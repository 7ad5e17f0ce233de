/** A workflow as a release had it, for those that were imported by hand: the installation leaves a stamp. */
interface Released {
	readonly id: string;
	readonly name: string;
	readonly fingerprint: string;
}

const VERSION_0_1_0: ReadonlyArray<readonly [id: string, name: string, fingerprint: string]> = [
	['pinAdsAddContacts', 'add contacts', '798fbef7593ee362.005db6c9ab1a0b59'],
	['pinAdsContacts', 'contacts of an audience', 'c0db584e436c6dc5.005db6c9ab1a0b59'],
	['pinAdsBulkSync', 'bulk sync', 'bcad43d50536515d.35c1b974b47254ac'],
	['pinAdsLaunch', 'campaign launch', 'b71e06366f5b9da0.35c1b974b47254ac'],
	['pinAdsConnect', 'connect', 'fad4049a32a47a33.35c1b974b47254ac'],
	['pinAdsCsvContacts', 'contacts from a CSV file', '5ec86fd00dc9cf2a.6b36492eae0b08a5'],
	['pinAdsSheetContacts', 'contacts from a Google Sheet', '1fda706c7a9d6c50.6b36492eae0b08a5'],
	['pinAdsSqlContacts', 'contacts from PostgreSQL', 'debb5efe880e9ae6.6b36492eae0b08a5'],
	['pinAdsReplay', 'conversion replay', 'babae227845ebf66.763f88c5fe3a7e4d'],
	['pinAdsConversions', 'conversion webhook', 'b120bf6040804f36.763f88c5fe3a7e4d'],
	['pinAdsDailySync', 'daily audience sync', '0143b855dc458b6d.35c1b974b47254ac'],
	['pinAdsDisconnect', 'disconnect', '794ed2cef79c5f11.35c1b974b47254ac'],
	['pinAdsErrors', 'error handler', '8dd51918b9c27200.1ef316c69e4d9fab'],
	['pinAdsMetrics', 'metrics refresh', '1b26ad9fb870b310.35c1b974b47254ac'],
	['pinAdsSetUp', 'set-up', '016e236fd8805b15.35c1b974b47254ac'],
	['pinAdsSyncAudience', 'sync one audience', '1508320660a2e1d9.005db6c9ab1a0b59'],
	['pinAdsSyncNow', 'sync now', '2fd803a84e8b1854.6b36492eae0b08a5'],
	['pinAdsTokenCheck', 'token check', '268a442a63076172.35c1b974b47254ac'],
	['pinAdsWeekly', 'weekly report', 'a873142f8911fdc5.35c1b974b47254ac'],
];

export const RELEASED: readonly Released[] = VERSION_0_1_0.map(([id, name, fingerprint]) => ({
	id,
	name: `Pinterest Ads: ${name}`,
	fingerprint,
}));
