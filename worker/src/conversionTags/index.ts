export { createConversionTag, type CreatedConversionTag } from './createTag';
export { createConversionTagInput, type NewConversionTag } from './createTagInput';
export {
	getConversionTag,
	getConversionTagInput,
	getConversionTags,
	getConversionTagsInput,
	type ConversionTagFilters,
	type ConversionTagReference,
} from './readTags';
export type { ConversionTagRecord, MatchedBy } from './tagRecord';
