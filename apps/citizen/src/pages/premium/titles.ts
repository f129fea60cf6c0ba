// The name of the premium service, as the guide writes it, and the names of its steps.
export const premiumTitle = '城乡居民(个人共济账户)缴费';
export const premiumSteps = ['选择家人', '年度和金额', '支付方式', '确认缴费'] as const;
