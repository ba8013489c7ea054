/** Words on paper slips. Never "hẹn trả": that belongs to the official receipt of a dossier. */
export const slip = {
  slipTitle: 'PHIẾU SỐ THỨ TỰ',
  slipService: (service: string) => service,
  slipPriority: (kind: string) => `Ưu tiên: ${kind}`,
  slipAhead: (people: number) => (people === 0 ? 'Ông/bà là người tiếp theo' : `Số người chờ trước: ${people}`),
  slipWait: (low: number, high: number) =>
    low === high ? `Dự kiến chờ khoảng ${low} phút` : `Dự kiến chờ khoảng ${low}–${high} phút`,
  slipWaitUnknown: 'Chưa dự kiến được thời gian chờ',
  slipTime: (date: string, time: string) => `Thời gian lấy số: ${time} ngày ${date}`,
  slipFollow: 'Quét mã để theo dõi số và đánh giá',
  slipKeep: 'Vui lòng giữ phiếu và chờ gọi số',
  slipThanks: 'Trân trọng cảm ơn ông/bà!',
  slipReprint: (copy: number) => `BẢN IN LẠI (lần ${copy - 1})`,
  slipDemonstration: 'BẢN DÙNG THỬ – không có giá trị',
};
