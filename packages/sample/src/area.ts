// The areas of the sample world; each borrows a district code that no existing place has.

export interface SampleArea {
  code: string;
  name: string;
  /** First six digits of the sample people's identity numbers; ends in 99, which is not given to any district. */
  districtCode: string;
}

export const maanshan: SampleArea = { code: '340500', name: '马鞍山市', districtCode: '340599' };
export const hefei: SampleArea = { code: '340100', name: '合肥市', districtCode: '340199' };
export const nanjing: SampleArea = { code: '320100', name: '南京市', districtCode: '320199' };
export const tieling: SampleArea = { code: '211200', name: '铁岭市', districtCode: '211299' };
export const shenyang: SampleArea = { code: '210100', name: '沈阳市', districtCode: '210199' };
