// The name of paying for several, and the names of its steps.
export const togetherTitle = '一次给几位家人缴费';
export const togetherSteps = ['选择家人', '核对金额', '确认缴费'] as const;
