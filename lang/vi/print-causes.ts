/** Why a slip was not printed, Vietnamese: after a colon, in small letters. */
export const printCauses = {
  aborted: 'đã hủy trước khi in',
  closed: 'máy in đã đóng',
  'not-drawable': 'không dựng được phiếu',
  'disk-full': 'ổ đĩa đã đầy',
  'no-permission': 'không có quyền dùng máy in',
  unreachable: 'không tìm thấy máy in',
  'device-error': 'máy in báo lỗi',
  'paper-out': 'hết giấy',
  'paper-near-end': 'sắp hết giấy',
  'cover-open': 'nắp máy in đang mở',
  'printer-error': 'dao cắt hoặc đầu in có lỗi',
  offline: 'máy in đang ngoại tuyến',
  'no-answer': 'máy in không trả lời',
  'connection-lost': 'mất kết nối với máy in khi đang in',
  'too-late': 'công dân đã được mời trước khi in được phiếu',
  unknown: 'không rõ phiếu đã ra hay chưa',
};
