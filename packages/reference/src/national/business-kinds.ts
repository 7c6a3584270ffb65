/** A kind of business under conditions of security and order (Decree 96/2016/NĐ-CP) that is to have ID-card readers: model 16 of the plan names the first three and "others". */
export const businessKinds = [
  { kind: 'pawnshop', vi: 'Cơ sở cầm đồ', en: 'Pawnshop' },
  { kind: 'security-service', vi: 'Dịch vụ bảo vệ', en: 'Security service' },
  { kind: 'bailiff-service', vi: 'Dịch vụ thừa phát lại', en: 'Bailiff service' },
  { kind: 'karaoke', vi: 'Karaoke', en: 'Karaoke' },
  { kind: 'massage', vi: 'Xoa bóp', en: 'Massage' },
  { kind: 'gaming', vi: 'Trò chơi điện tử có thưởng', en: 'Games for prizes' },
  { kind: 'other', vi: 'Cơ sở khác', en: 'Other' },
] as const;
