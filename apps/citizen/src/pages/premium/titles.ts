// The name of the premium service, as the guide writes it.
export const premiumTitle = '城乡居民(个人共济账户)缴费';
