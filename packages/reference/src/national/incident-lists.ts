/**
 * Kinds of incidents (vụ việc), and within how many hours from the report one is to be handled. A report or denunciation of a crime: 20 days (Criminal Procedure Code
 * 2015, article 147, which lets it be extended: from knowledge, not read in the text). The others have no limit in law: 24 hours is this system's assumption.
 */
export const incidentKinds = [
  { kind: 'crime', vi: 'Phạm pháp hình sự', en: 'Crime', limitHours: 24 },
  { kind: 'drug', vi: 'Ma túy', en: 'Drugs', limitHours: 24 },
  { kind: 'economic', vi: 'Kinh tế', en: 'Economic offence', limitHours: 24 },
  { kind: 'environment', vi: 'Môi trường', en: 'Environment', limitHours: 24 },
  { kind: 'traffic-accident', vi: 'Tai nạn giao thông', en: 'Traffic accident', limitHours: 24 },
  { kind: 'fire-explosion', vi: 'Cháy nổ', en: 'Fire or explosion', limitHours: 24 },
  { kind: 'public-order', vi: 'Gây rối trật tự công cộng', en: 'Public order', limitHours: 24 },
  { kind: 'social-evil', vi: 'Tệ nạn xã hội', en: 'Social evil', limitHours: 24 },
  { kind: 'denunciation', vi: 'Tin báo, tố giác tội phạm', en: 'Report or denunciation of a crime', limitHours: 20 * 24 },
  { kind: 'cyber', vi: 'Trên không gian mạng', en: 'Cyberspace', limitHours: 24 },
  { kind: 'other', vi: 'Vụ việc khác', en: 'Other', limitHours: 24 },
] as const;

/** How the police come to know of an incident; models 29, 13 and 18 of the plan are channels of their own. */
export const incidentChannels = [
  { channel: 'in-person', vi: 'Trực tiếp', en: 'In person' },
  { channel: 'phone', vi: 'Điện thoại', en: 'Phone' },
  { channel: 'hotline-113', vi: 'Trực ban 113', en: 'Hotline 113' },
  { channel: 'vneid', vi: 'VNeID', en: 'VNeID (model 29)' },
  { channel: 'camera', vi: 'Camera AI', en: 'AI camera (model 13)' },
  { channel: 'traffic', vi: 'Giám sát giao thông', en: 'Traffic and social-order solution (model 18)' },
  { channel: 'patrol', vi: 'Tuần tra', en: 'Patrol' },
  { channel: 'other-unit', vi: 'Đơn vị khác chuyển đến', en: 'Another unit' },
  { channel: 'other', vi: 'Nguồn khác', en: 'Other' },
] as const;

/** What has become of an incident. */
export const incidentOutcomes = [
  { outcome: 'open', vi: 'Đang giải quyết', en: 'Open' },
  { outcome: 'solved', vi: 'Đã làm rõ', en: 'Solved' },
  { outcome: 'prosecuted', vi: 'Khởi tố', en: 'Prosecuted' },
  { outcome: 'administrative', vi: 'Xử phạt hành chính', en: 'Administrative sanction' },
  { outcome: 'transferred', vi: 'Chuyển cơ quan khác', en: 'Transferred' },
  { outcome: 'unfounded', vi: 'Không có căn cứ', en: 'Unfounded' },
] as const;
