/** Words that several screens share. */
export const common = {
  demonstration: 'Bản dùng thử – số liệu không có thật',
  connectionLost: (age: string) => `Mất kết nối với máy chủ. Thông tin đang hiển thị cách đây ${age}.`,
  connecting: 'Đang kết nối với máy chủ…',
  seconds: (n: number) => `${n} giây`,
  minutes: (n: number) => `${n} phút`,
  hours: (n: number) => `${n} giờ`,
  /** minutes, low to high */
  waitRange: (low: number, high: number) => (low === high ? `khoảng ${low} phút` : `khoảng ${low}–${high} phút`),
  waitUnderMinute: 'dưới 1 phút',
  waitUnknown: 'chưa dự kiến được',
  counterName: (id: string) => `Quầy ${id}`,
  back: 'Quay lại',
  startOver: 'Làm lại từ đầu',
  close: 'Đóng',
  cancel: 'Hủy',
  save: 'Lưu',
  yes: 'Có',
  no: 'Không',
  language: 'Ngôn ngữ',
};
